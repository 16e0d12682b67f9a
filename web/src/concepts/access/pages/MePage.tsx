import { LanguageChoice } from "../../../kit/i18n/LanguageChoice";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Facts } from "../../../kit/ui/Facts";
import { Names } from "../../../kit/ui/Name";
import { Page } from "../../../kit/ui/Page";
import { isMember, useViewer } from "../../../kit/viewer";
import { LeftForOthers } from "../parts/LeftForOthers";
import { SignOut } from "../parts/SignOut";
import { WhoMayWrite } from "../parts/WhoMayWrite";
import { WriteFor } from "../parts/WriteFor";

export function MePage({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords();
  const viewer = useViewer();
  const own = viewer.actingFor ? null : viewer.person;
  return (
    <Page
      // Of who acts for a member it is she who stands there, and not he.
      title={own ? <Names of={own.name} /> : t("nav.me")}
      tab={t("nav.me")}
      lead={viewer.actingFor ? null : t(enumKey("role", viewer.role, "role.other"))}
    >
      <Facts
        of={[
          [t("signIn.email"), <bdi key="email">{viewer.email}</bdi>],
          [t("me.language"), <LanguageChoice key="language" />],
        ]}
      />
      {isMember(viewer) ? <WhoMayWrite /> : null}
      <WriteFor />
      {viewer.actingFor ? null : <LeftForOthers />}
      <div>
        <SignOut onSignedOut={onSignedOut} />
      </div>
    </Page>
  );
}
