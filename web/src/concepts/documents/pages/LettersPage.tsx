import { useSearchParams } from "wouter";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Fold } from "../../../kit/ui/Fold";
import { Page } from "../../../kit/ui/Page";
import { canLog, useViewer } from "../../../kit/viewer";
import { OfficeToNarrow } from "../../meetings/parts/OfficeToNarrow";
import {
  LETTER_VIEWS,
  type LetterNarrowing,
  letterAddressOf,
  letterNarrowingOf,
  lettersAsked,
} from "../letterViews";
import { LetterList } from "../parts/LetterList";
import { NoteLetter } from "../parts/NoteLetter";

/** All that came in and went out; what it is narrowed to stands in the address. */
export function LettersPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const narrowing = letterNarrowingOf(params);
  const { view, officeId } = narrowing;
  const change = (part: Partial<LetterNarrowing>) =>
    setParams(letterAddressOf({ ...narrowing, ...part }), { replace: true });

  return (
    <Page title={t("letter.title")} tab={t("letter.title")}>
      <search>
        <Choice
          label={t("letters.which")}
          value={view}
          onChange={(chosen) => change({ view: chosen })}
          options={LETTER_VIEWS.map((value) => ({ value, label: t(`letters.view.${value}`) }))}
        />
        <Fold title={t("promises.narrow")} beginsOpen={officeId !== null}>
          <OfficeToNarrow id={officeId} onChange={(id) => change({ officeId: id })} />
        </Fold>
      </search>
      {canLog(viewer) ? (
        <div>
          <NoteLetter offices={[]} />
        </div>
      ) : null}
      <LetterList asked={lettersAsked(narrowing)} empty={emptyWord(narrowing, canLog(viewer))} />
    </Page>
  );
}

/** Why there is none: with this office, of this view, or open to her at all. */
function emptyWord({ view, officeId }: LetterNarrowing, logs: boolean): MessageKey {
  if (view === "waiting") return officeId ? "letters.noneWaiting" : "letters.none.waiting";
  if (officeId) return "letters.noneSuch";
  return logs ? "letters.none.all" : "letters.noneOpen";
}
