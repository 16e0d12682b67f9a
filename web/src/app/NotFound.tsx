import { useWords } from "../kit/i18n/words";
import { ButtonLink } from "../kit/ui/Button";
import { Page } from "../kit/ui/Page";

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t("notFound.title")} tab={t("notFound.title")} lead={t("notFound.lead")}>
      <div>
        <ButtonLink href="/">{t("nav.home")}</ButtonLink>
      </div>
    </Page>
  );
}
