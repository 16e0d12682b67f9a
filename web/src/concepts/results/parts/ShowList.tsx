import { useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useListActs } from "../useListActs";
import styles from "./ListForm.module.css";

const AUDIENCES = ["PRESENT", "CAUCUS", "PARTNERS"] as const satisfies readonly Audience[];

interface ShowListProps {
  list: { id: string; version: string; audience: Audience };
}

/** Who sees the list, which is set at once and may be set after it is approved too. */
export function ShowList({ list }: ShowListProps) {
  const { t } = useWords();
  const { show } = useListActs(list);
  const [wished, setWished] = useState<Audience | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const set = async (audience: Audience) => {
    if (wished !== null) return;
    setWished(audience);
    setWrong(null);
    const ending = await show(audience);
    setWished(null);
    if (ending.kind === "refused") {
      setWrong(t(enumKey("error", ending.errors[0]?.code ?? "", "error.INVALID")));
    } else if (ending.kind === "failed") setWrong(t(ending.word));
  };
  return (
    <Section title={t("list.whoSees")}>
      <Choice
        label={t("list.whoSees")}
        value={wished ?? list.audience}
        onChange={set}
        options={AUDIENCES.map((value) => ({
          value: value as Audience,
          label: value === "PRESENT" ? t("list.secretariat") : t(`audience.${value}`),
        }))}
      />
      <p className={styles.sees}>{t("list.seesHint")}</p>
      {wrong ? <Notice tone="bad">{wrong}</Notice> : null}
    </Section>
  );
}
