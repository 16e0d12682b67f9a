import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Page } from "../../../kit/ui/Page";

/** At the address of the form for who may not log meetings, before she has written anything. */
export function MayNotLogPage() {
  const { t } = useWords();
  return (
    <Page title={t("mayNotLog.title")} tab={t("mayNotLog.title")} lead={t("mayNotLog.lead")}>
      <div>
        <ButtonLink href="/">{t("nav.meetings")}</ButtonLink>
      </div>
    </Page>
  );
}
