import { useState } from "react";
import { useQuery } from "urql";
import { graphql, unmask } from "../../../gql";
import { isNoId } from "../../../kit/graphql/client";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Page, Section } from "../../../kit/ui/Page";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { Text } from "../../../kit/ui/Text";
import { canLog, isCoordinator, isRecordedBy, useViewer } from "../../../kit/viewer";
import { Files_document } from "../../attachments/fragments";
import { Files } from "../../attachments/parts/Files";
import { History } from "../../changes/parts/History";
import { AddPromise } from "../../commitments/parts/AddPromise";
import { LedgerRow } from "../../commitments/parts/LedgerRow";
import { ConfirmHere } from "../../records/parts/ConfirmHere";
import { TakeAway, TakenAway } from "../../records/parts/TakeAway";
import { AnswerSheet } from "../parts/AnswerSheet";
import { LetterFacts } from "../parts/LetterFacts";
import { LetterRow } from "../parts/LetterRow";
import { MendLetterSheet } from "../parts/MendLetterSheet";
import { LetterToMend_document } from "../useMendLetter";
import styles from "./LetterPage.module.css";

const LetterQuery = graphql(`
  query Letter($id: ID!) {
    document(id: $id) {
      id
      version
      archivedOn
      audience
      kind
      day
      awaitsReply
      subject {
        text
        language
      }
      recordedBy {
        id
        name {
          en
          ur
        }
      }
      recordedFor {
        id
      }
      confirmedAt
      ...LetterFacts_document
      ...Files_document
      ...LetterToMend_document
    }
    documents(
      filter: { answersIds: [$id] }
      orderBy: { field: DAY, direction: ASC }
      first: 50
    ) {
      nodes {
        id
        ...LetterRow_document
      }
    }
    commitments(filter: { documentIds: [$id] }, first: 50) {
      nodes {
        id
        ...LedgerRow_commitment
      }
    }
  }
`);

/** All that is known of one letter or other paper: between whom, on what, and what came of it. */
export function LetterPage({ id }: { id: string }) {
  const { t } = useWords();
  const viewer = useViewer();
  const [sheet, setSheet] = useState<"answer" | "mend" | null>(null);
  const [{ data, error }, ask] = useQuery({ query: LetterQuery, variables: { id } });

  if (isNoId(error) || data?.document === null) {
    return <Absent list={{ href: "/letters", word: t("letter.title") }} />;
  }
  if (!data?.document) {
    return (
      <Page title={t("letter.one")} tab={t("letter.one")}>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </Page>
    );
  }
  const letter = data.document;
  const kind = t(enumKey("documentKind", letter.kind, "documentKind.other"));
  const isInUse = !letter.archivedOn;
  const isHers = isCoordinator(viewer) || isRecordedBy(viewer, letter);
  const away = { kind: "letter", record: letter, may: isHers } as const;
  const toMend = unmask(LetterToMend_document, letter);
  // What stands in a letter is written down by who may set the letter right.
  const mayPromise = isHers && isInUse && canLog(viewer);
  const close = () => setSheet(null);
  return (
    <Page
      title={<Text of={letter.subject} />}
      tab={kind}
      lead={
        <p className={styles.lead}>
          <span>{kind}</span>
          <Day of={letter.day} />
        </p>
      }
    >
      <TakenAway {...away} />
      {isInUse ? <ConfirmHere of={letter} /> : null}
      <LetterFacts letter={letter} />
      {letter.awaitsReply && isInUse && canLog(viewer) ? (
        <div>
          <Button weight="main" onClick={() => setSheet("answer")}>
            {t("letter.answer")}
          </Button>
        </div>
      ) : null}
      {data.documents.nodes.length > 0 ? (
        <Section title={t("letter.answeredBy")}>
          <ul>
            {data.documents.nodes.map((answer) => (
              <LetterRow key={answer.id} letter={answer} />
            ))}
          </ul>
        </Section>
      ) : null}
      {data.commitments.nodes.length > 0 || mayPromise ? (
        <Section title={t("letter.promises")}>
          <ul>
            {data.commitments.nodes.map((commitment) => (
              <LedgerRow key={commitment.id} commitment={commitment} />
            ))}
          </ul>
          {mayPromise ? (
            <div>
              <AddPromise
                offices={toMend.parties.map((party) => party.id)}
                letter={id}
                audience={letter.audience}
              />
            </div>
          ) : null}
        </Section>
      ) : null}
      <Files
        of={unmask(Files_document, letter)}
        on="letter"
        may={isHers && isInUse}
        onKnown={() => ask({ requestPolicy: "network-only" })}
      />
      {isHers && isInUse ? (
        <div>
          <Button onClick={() => setSheet("mend")}>{t("letter.mend")}</Button>
        </div>
      ) : null}
      <TakeAway {...away} />
      <History id={id} of="letter" />
      {sheet === "answer" ? <AnswerSheet to={toMend} onClose={close} /> : null}
      {sheet === "mend" ? (
        <MendLetterSheet letter={toMend} audience={letter.audience} onClose={close} />
      ) : null}
    </Page>
  );
}
