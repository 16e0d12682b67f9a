import { today } from "../../../kit/dates";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Notice } from "../../../kit/ui/State";
import { useToday } from "../../../kit/useToday";
import { ofDay, otherDay } from "../draft";
import type { FormProps } from "./FormProps";

/** Reminds her, at the head of the form, that what she goes on with is of another day. */
export function OtherDay({ draft, change }: Pick<FormProps, "draft" | "change">) {
  const { t } = useWords();
  const other = otherDay(draft, useToday());
  if (!other) return null;
  return (
    <Notice tone="plain">
      <p>
        <Sentence id="form.otherDay" values={{ day: <Day of={other} /> }} />
      </p>
      <Button onClick={() => change(ofDay(draft, today()))}>{t("form.itWasToday")}</Button>
    </Notice>
  );
}
