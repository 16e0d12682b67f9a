import { useState } from "react";
import { useQuery } from "urql";
import { graphql, unmask } from "../../../gql";
import type { TargetListReadFragment } from "../../../gql/graphql";
import type { SaveEnding } from "../../../kit/form/ending";
import { useSave } from "../../../kit/form/useSave";
import { isNoId } from "../../../kit/graphql/client";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { Day } from "../../../kit/ui/Day";
import { Name, pickName } from "../../../kit/ui/Name";
import { Page, Section } from "../../../kit/ui/Page";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { TakeAway, TakenAway } from "../../records/parts/TakeAway";
import { OfficeLine } from "../../stakeholders/parts/OfficeLine";
import { isAlike, type ListDraft, rebase, wrongIn } from "../listDraft";
import { ApproveList } from "../parts/ApproveList";
import { LIST_FIELDS, ListForm } from "../parts/ListForm";
import { ShowList } from "../parts/ShowList";
import { useAllOffices } from "../useAllOffices";
import { TargetListRead, useListActs } from "../useListActs";

const TargetListQuery = graphql(`
  query TargetList($id: ID!) {
    targetList(id: $id) {
      id
      ...TargetListRead
    }
  }
`);

/** A list of whom to meet: whom it names, and for coordinators what can be done to it. */
export function TargetListPage({ id }: { id: string }) {
  const { t, language } = useWords();
  const [{ data, error }, ask] = useQuery({ query: TargetListQuery, variables: { id } });
  if (isNoId(error) || data?.targetList === null) {
    return <Absent list={{ href: "/whom-we-met/lists", word: t("lists.title") }} />;
  }
  const list = data ? unmask(TargetListRead, data.targetList) : null;
  const title = list ? pickName(list.name, language).text : t("lists.title");
  return (
    <Page
      title={list ? <Name of={list.name} /> : title}
      tab={title}
      lead={list ? <Lead list={list} /> : null}
    >
      {list ? (
        <List list={list} />
      ) : error ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

/** Of which days it is, whether it is approved, and how many it names, as far as she sees them. */
function Lead({ list }: { list: TargetListReadFragment }) {
  const { t } = useWords();
  const seesAll = isCoordinator(useViewer());
  const { from, to, approvedOn, stakeholders } = list;
  return (
    <>
      <p>
        <Sentence id="coverage.period" values={{ from: <Day of={from} />, to: <Day of={to} /> }} />
      </p>
      <p>
        {approvedOn ? (
          <Sentence id="list.approvedOn" values={{ day: <Day of={approvedOn} /> }} />
        ) : (
          t("list.isOpen")
        )}
      </p>
      <p>{t(seesAll ? "list.names" : "list.namesOpen", { count: stakeholders.length })}</p>
    </>
  );
}

function List({ list }: { list: TargetListReadFragment }) {
  const { t } = useWords();
  const may = isCoordinator(useViewer());
  const isOpen = may && !list.approvedOn && !list.archivedOn;
  return (
    <>
      <TakenAway kind="list" record={list} may={may} />
      {isOpen ? <OpenList list={list} /> : null}
      {may && !list.archivedOn ? <ShowList list={list} /> : null}
      <TakeAway kind="list" record={list} may={may} />
      {isOpen ? null : (
        <Section title={t("list.whom")}>
          <ul>
            {list.stakeholders.map((office) => (
              <OfficeLine key={office.id} office={office} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** A list that is not approved, which is set right where it stands. */
function OpenList({ list }: { list: TargetListReadFragment }) {
  const { kind, offices, again } = useAllOffices();
  const saved = draftOf(list);
  const [base, setBase] = useState({ version: list.version, draft: saved });
  const [draft, setDraft] = useState(saved);
  if (base.version !== list.version) {
    setBase({ version: list.version, draft: saved });
    setDraft(rebase(base.draft, saved, draft));
  }
  const { save } = useListActs(list);
  const saving = useSave(async () => {
    const errors = wrongIn(draft);
    return errors.length > 0 ? { kind: "refused", errors } : overtaken(await save(draft));
  }, LIST_FIELDS);
  const isChanged = !isAlike(draft, saved);
  if (kind === "failed") return <ReadFailed retry={again} />;
  if (!offices) return <Skeleton lines={8} />;
  // What it names and is out of use by now stands there too, to be taken out.
  const known = new Set(offices.map(({ id }) => id));
  const gone = list.stakeholders.filter(({ id }) => !known.has(id));
  const all = [...offices, ...gone.map((office) => ({ ...office, shortName: null, aliases: [] }))];
  return (
    <>
      <ListForm
        draft={draft}
        offices={all}
        saving={saving}
        isChanged={isChanged}
        onChange={setDraft}
        onSaved={() => {}}
      />
      <ApproveList list={list} isUnsaved={isChanged} />
    </>
  );
}

/** Where somebody else was faster, hers stands upon what they left, and is saved by saving again. */
function overtaken(ending: SaveEnding): SaveEnding {
  if (ending.kind !== "refused") return ending;
  const errors = ending.errors.map((error) =>
    error.code === "VERSION_CONFLICT" ? { ...error, code: "OVERTAKEN" } : error,
  );
  return { kind: "refused", errors };
}

function draftOf({ id, name, from, to, stakeholders }: TargetListReadFragment): ListDraft {
  return {
    id,
    en: name.en ?? "",
    ur: name.ur ?? "",
    from,
    to,
    named: new Set(stakeholders.map((office) => office.id)),
  };
}
