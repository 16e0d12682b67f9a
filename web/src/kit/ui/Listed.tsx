import { Fragment, type ReactNode } from "react";
import { useWords } from "../i18n/words";

/** Things in a row with the comma of the reader's language between them. */
export function Listed({ of }: { of: readonly { key: string; item: ReactNode }[] }) {
  const { language } = useWords();
  return of.map(({ key, item }, index) => (
    <Fragment key={key}>
      {index > 0 ? (language === "ur" ? "، " : ", ") : null}
      {item}
    </Fragment>
  ));
}
