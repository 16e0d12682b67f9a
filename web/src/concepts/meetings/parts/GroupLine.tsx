import { useWords } from "../../../kit/i18n/words";
import { Isolated } from "../../../kit/ui/Isolated";
import { PARTS } from "../there";
import styles from "./Attendees.module.css";

interface GroupLineProps {
  of: {
    label: string;
    headcount: number | null;
    women: number | null;
    men: number | null;
    notStated: number | null;
  };
}

/** People without names: who they were, and how many as far as it was counted. */
export function GroupLine({ of }: GroupLineProps) {
  const { t } = useWords();
  const { label, headcount } = of;
  const counts = [
    headcount === null ? t("group.few") : t("group.count", { headcount }),
    ...PARTS.flatMap((part) => {
      const count = of[part];
      return count === null ? [] : [t(`group.of.${part}`, { count })];
    }),
  ];
  return (
    <>
      <Isolated>{label}</Isolated> <span className={styles.note}>{counts.join(" · ")}</span>
    </>
  );
}
