import { LanguageChoice } from "../../../kit/i18n/LanguageChoice";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Facts } from "../../../kit/ui/Facts";
import { Names } from "../../../kit/ui/Name";
import { Page } from "../../../kit/ui/Page";
import { useViewer } from "../../../kit/viewer";
import { SignOut } from "../parts/SignOut";

export function MePage({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords();
  const viewer = useViewer();
  return (
    <Page
      title={viewer.person ? <Names of={viewer.person.name} /> : t("nav.me")}
      tab={t("nav.me")}
      lead={t(enumKey("role", viewer.role, "role.other"))}
    >
      <Facts
        of={[
          [t("signIn.email"), <bdi key="email">{viewer.email}</bdi>],
          [t("me.language"), <LanguageChoice key="language" />],
        ]}
      />
      <div>
        <SignOut onSignedOut={onSignedOut} />
      </div>
    </Page>
  );
}
