import { useState } from "react";
import type { StandingReasonKind } from "../../../gql/graphql";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { Sheet } from "../../../kit/ui/Sheet";
import { useSetReason } from "../useJudge";

const KINDS = ["AWAITING_REPLY", "NOT_NEEDED", "REFUSED"] as const;
const FIELDS = ["kind", "until", "why"];

interface ReasonSheetProps {
  office: { id: string; version: string };
  onClose: () => void;
}

/** Why an office need not be met, and until when. */
export function ReasonSheet({ office: { id, version }, onClose }: ReasonSheetProps) {
  const { t } = useWords();
  const setReason = useSetReason(version);
  const [kind, setKind] = useState<StandingReasonKind | "">("");
  const [until, setUntil] = useState("");
  const [why, setWhy] = useState("");
  const saving = useSave(async () => {
    const missing = Object.entries({ kind, until })
      .filter(([, value]) => value === "")
      .map(([field]) => ({ code: "REQUIRED", path: [field], message: "" }));
    if (missing.length > 0 || kind === "") return { kind: "refused", errors: missing };
    const said = why.trim();
    return setReason({ id, kind, until, ...(said ? { why: { text: said } } : {}) });
  }, FIELDS);
  return (
    <Sheet title={t("standing.set")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees="standing.reasonSees" onSaved={onClose}>
        <Fieldset legend={t("standing.kind")} error={saving.errorAt("kind")}>
          <Choice
            label={t("standing.kind")}
            value={kind}
            onChange={(value) => {
              saving.forget("kind");
              setKind(value);
            }}
            options={KINDS.map((value) => ({
              value: value as StandingReasonKind | "",
              label: t(`standingReason.${value}`),
            }))}
          />
        </Fieldset>
        <DayField
          label={t("standing.until")}
          error={saving.errorAt("until")}
          value={until}
          onChange={(value) => {
            saving.forget("until");
            setUntil(value);
          }}
        />
        <Field label={t("standing.why")} error={saving.errorAt("why")}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              dir={directionOf(why)}
              value={why}
              onChange={({ target }) => setWhy(target.value)}
            />
          )}
        </Field>
      </SheetForm>
    </Sheet>
  );
}
