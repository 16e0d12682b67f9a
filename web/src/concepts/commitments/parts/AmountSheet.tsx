import { useState } from "react";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { formatMoney, parseRupees } from "../../../kit/money";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Sheet } from "../../../kit/ui/Sheet";
import { useToday } from "../../../kit/useToday";
import { type AmountDraft, newAmount } from "../amountDraft";
import { fiscalYearsAround, RUNGS } from "../rungs";
import { useRecordAmount } from "../useAmounts";
import { EvidenceFields } from "./EvidenceFields";

const FIELDS = ["rung", "amount", "fiscalYear", "reference", "on", "title", "publisher"];

/** An amount that she writes. It stays with her until it is saved, also while the sheet is closed. */
export function useNewAmount(id: string) {
  const today = useToday();
  const record = useRecordAmount(id);
  const [draft, setDraft] = useState(() => newAmount(today));
  return { id, draft, setDraft, record };
}

interface AmountSheetProps {
  of: ReturnType<typeof useNewAmount>;
  onClose: () => void;
}

/** Says how much was asked, said, written or given, for which year, and by what it is known. */
export function AmountSheet({ of, onClose }: AmountSheetProps) {
  const { t, language } = useWords();
  const today = useToday();
  const { id, draft, setDraft, record } = of;
  const saving = useSave(() => record(draft), FIELDS.concat("address", "day", "letter"));
  const write = (changed: Partial<AmountDraft>) => {
    for (const field of Object.keys(changed)) saving.forget(field);
    setDraft({ ...draft, ...changed });
  };
  const saved = () => {
    setDraft(newAmount(today));
    onClose();
  };
  const amount = parseRupees(draft.amount);
  return (
    <Sheet title={t("amount.add")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees="amount.sees" onSaved={saved}>
        <Field label={t("amount.rung")} error={saving.errorAt("rung")}>
          {(control) => (
            <select
              {...control}
              value={draft.rung ?? ""}
              onChange={({ target }) =>
                write({ rung: RUNGS.find((rung) => rung === target.value) ?? null })
              }
            >
              <option value="">{t("amount.choose")}</option>
              {RUNGS.map((rung) => (
                <option key={rung} value={rung}>
                  {t(enumKey("rung", rung, "rung.SAID"))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t("amount.howMuch")}
          hint={
            amount
              ? formatMoney({ amount, currency: "PKR" }, language)
              : t("amount.howMuchHint", { example: t("amount.example") })
          }
          error={saving.errorAt("amount")}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              dir={directionOf(draft.amount)}
              value={draft.amount}
              onChange={({ target }) => write({ amount: target.value })}
            />
          )}
        </Field>
        <Field label={t("amount.year")} error={saving.errorAt("fiscalYear")}>
          {(control) => (
            <select
              {...control}
              value={draft.fiscalYear}
              onChange={({ target }) => write({ fiscalYear: target.value })}
            >
              <option value="">{t("amount.noYear")}</option>
              {fiscalYearsAround(today).map((year) => (
                <option key={year} value={year}>
                  {year}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t("amount.reference")}
          hint={t("amount.referenceHint")}
          error={saving.errorAt("reference")}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              dir={directionOf(draft.reference)}
              value={draft.reference}
              onChange={({ target }) => write({ reference: target.value })}
            />
          )}
        </Field>
        <DayField
          label={t("amount.on")}
          error={saving.errorAt("on")}
          max={today}
          value={draft.on}
          onChange={(on) => write({ on })}
        />
        <EvidenceFields
          of={id}
          isAsked
          draft={draft}
          write={write}
          errorAt={(place) => saving.errorAt(place)}
        />
      </SheetForm>
    </Sheet>
  );
}
