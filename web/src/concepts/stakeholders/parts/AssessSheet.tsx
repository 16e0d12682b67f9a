import { useState } from "react";
import type { Stance } from "../../../gql/graphql";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { DayField } from "../../../kit/ui/DayField";
import { Fieldset } from "../../../kit/ui/Field";
import type { Named } from "../../../kit/ui/PickNamed";
import { Sheet } from "../../../kit/ui/Sheet";
import { useToday } from "../../../kit/useToday";
import { TopicField } from "../../reference/parts/TopicField";
import { useAssess } from "../useJudge";

const STANCES = ["CHAMPION", "SUPPORTIVE", "NEUTRAL", "CRITICAL", "OPPOSED"] as const;
const STEPS = ["1", "2", "3", "4", "5"] as const;
const FIELDS = ["stance", "influence", "interest", "topicId", "on"];

interface AssessSheetProps {
  stakeholderId: string;
  onClose: () => void;
}

/** Where an office stands, how much it can do and how much it cares; on the aims or one topic. */
export function AssessSheet({ stakeholderId, onClose }: AssessSheetProps) {
  const { t } = useWords();
  const today = useToday();
  const assess = useAssess();
  const [stance, setStance] = useState<Stance | "">("");
  const [influence, setInfluence] = useState("");
  const [interest, setInterest] = useState("");
  const [topics, setTopics] = useState<Named[]>([]);
  const [on, setOn] = useState(today);
  const saving = useSave(async () => {
    const missing = Object.entries({ stance, influence, interest, on })
      .filter(([, value]) => value === "")
      .map(([field]) => ({ code: "REQUIRED", path: [field], message: "" }));
    if (missing.length > 0 || stance === "") return { kind: "refused", errors: missing };
    const [topic] = topics;
    return assess({
      ...{ stakeholderId, stance, on },
      ...{ influence: Number(influence), interest: Number(interest) },
      ...(topic ? { topicId: topic.id } : {}),
    });
  }, FIELDS);
  const steps = STEPS.map((value) => ({ value: value as string, label: value }));
  const set =
    <Value,>(field: string, write: (value: Value) => void) =>
    (value: Value) => {
      saving.forget(field);
      write(value);
    };
  return (
    <Sheet title={t("standing.assess")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees="standing.sees" onSaved={onClose}>
        <Fieldset legend={t("standing.stance")} error={saving.errorAt("stance")}>
          <Choice
            label={t("standing.stance")}
            value={stance}
            onChange={set("stance", setStance)}
            options={STANCES.map((value) => ({
              value: value as Stance | "",
              label: t(`stance.${value}`),
            }))}
          />
        </Fieldset>
        <Fieldset
          legend={t("standing.influence")}
          hint={t("standing.steps")}
          error={saving.errorAt("influence")}
        >
          <Choice
            label={t("standing.influence")}
            value={influence}
            onChange={set("influence", setInfluence)}
            options={steps}
          />
        </Fieldset>
        <Fieldset
          legend={t("standing.interest")}
          hint={t("standing.steps")}
          error={saving.errorAt("interest")}
        >
          <Choice
            label={t("standing.interest")}
            value={interest}
            onChange={set("interest", setInterest)}
            options={steps}
          />
        </Fieldset>
        {topics.length === 0 ? <p>{t("standing.onAims")}</p> : null}
        <TopicField
          error={saving.errorAt("topicId")}
          value={topics}
          onChange={(chosen) => setTopics(chosen.slice(-1))}
        />
        <DayField
          label={t("standing.on")}
          error={saving.errorAt("on")}
          max={today}
          value={on}
          onChange={set("on", setOn)}
        />
      </SheetForm>
    </Sheet>
  );
}
