import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { LetterChoice } from "./LetterChoice";

const PartiesQuery = graphql(`
  query PartiesOfPromise($id: ID!) {
    commitment(id: $id) {
      id
      owedBy {
        id
      }
      owedTo {
        id
      }
    }
  }
`);

interface LetterOfPromiseProps {
  /** The promise, whose offices' letters are offered; all letters where it names no office. */
  of: string;
  value: string;
  error: string | undefined;
  onChange: (letter: string) => void;
}

/** The letter or paper by which something is known of a promise. */
export function LetterOfPromise({ of: id, ...choice }: LetterOfPromiseProps) {
  const [{ data }] = useQuery({ query: PartiesQuery, variables: { id } });
  if (!data) return null;
  const { owedBy = [], owedTo = [] } = data.commitment ?? {};
  const offices = [...owedBy, ...owedTo].map((office) => office.id);
  return <LetterChoice offices={offices} label="evidence.letter" {...choice} />;
}
