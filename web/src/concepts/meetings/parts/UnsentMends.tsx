import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { Button, ButtonLink } from "../../../kit/ui/Button";
import { Isolated } from "../../../kit/ui/Isolated";
import { Notice } from "../../../kit/ui/State";
import { isMend, type UnsentMend } from "../unsent/unsentMend";
import { useDiscardMend } from "../unsent/useDiscardMend";
import { DraftOffices } from "./DraftOffices";
import styles from "./MendOffer.module.css";

/** Meetings that she began to set right on this machine and has not saved. */
export function UnsentMends() {
  const { rows } = useUnsent();
  return rows.filter(isMend).map((unsent) => <UnsentMendNotice key={unsent.id} of={unsent} />);
}

function UnsentMendNotice({ of }: { of: UnsentMend }) {
  const { t } = useWords();
  const { read, mended } = of.draft;
  const discard = useDiscardMend(read.id);
  return (
    <Notice tone="plain">
      <p>{t("home.unfinishedMend")}</p>
      <p>
        {mended.title.trim() ? <Isolated>{mended.title}</Isolated> : <DraftOffices of={mended} />}
      </p>
      <div className={styles.ways}>
        <ButtonLink href={`/meetings/${read.id}/mend`}>{t("home.goOn")}</ButtonLink>
        <Button weight="quiet" onClick={discard}>
          {t("mend.discard")}
        </Button>
      </div>
    </Notice>
  );
}
