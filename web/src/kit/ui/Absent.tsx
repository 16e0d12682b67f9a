import { useWords } from "../i18n/words";
import { homeWord, useViewer } from "../viewer";
import styles from "./Absent.module.css";
import { ButtonLink } from "./Button";
import { Page } from "./Page";

interface AbsentProps {
  /** Where what was looked for can be found; beside it there is always the way home. */
  list?: { href: string; word: string };
}

/**
 * The page at an address of nothing: mistyped, taken out of the record, or not for her to see. What
 * may not be seen looks the same as what is not there, so one page says both.
 */
export function Absent({ list }: AbsentProps) {
  const { t } = useWords();
  const viewer = useViewer();
  return (
    <Page title={t("absent.title")} tab={t("absent.title")} lead={t("absent.lead")}>
      <p className={styles.ways}>
        {list ? <ButtonLink href={list.href}>{list.word}</ButtonLink> : null}
        <ButtonLink href="/">{t(homeWord(viewer))}</ButtonLink>
      </p>
    </Page>
  );
}
