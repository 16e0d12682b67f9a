import type { ComponentProps } from "react";
import { Link } from "wouter";
import type { SourceKind } from "../../../gql/graphql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Text } from "../../../kit/ui/Text";
import { safeAddress } from "../address";
import styles from "./Steps.module.css";

interface EvidenceLineProps {
  of: {
    kind: SourceKind;
    title: string | null;
    publisher: string | null;
    address: string | null;
    day: string | null;
    document: { id: string; day: string; subject: ComponentProps<typeof Text>["of"] } | null;
  };
}

/** By what a step is known; its title, or else its address, leads there. */
export function EvidenceLine({ of }: EvidenceLineProps) {
  const { t } = useWords();
  const { kind, title, publisher, address, day, document: letter } = of;
  const href = safeAddress(address);
  const name = title ?? address;
  const shown = name ? <Isolated>{name}</Isolated> : null;
  const parts = [
    { key: "kind", item: t(enumKey("evidence", kind, "evidence.DOCUMENT")) },
    ...(shown
      ? [
          {
            key: "title",
            item: href ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {shown}
              </a>
            ) : (
              shown
            ),
          },
        ]
      : []),
    ...(letter
      ? [
          {
            key: "letter",
            item: (
              <Link href={`/letters/${letter.id}`}>
                <Text of={letter.subject} />
              </Link>
            ),
          },
          { key: "letterDay", item: <Day of={letter.day} /> },
        ]
      : []),
    ...(publisher ? [{ key: "publisher", item: <Isolated>{publisher}</Isolated> }] : []),
    ...(day ? [{ key: "day", item: <Day of={day} /> }] : []),
  ];
  return (
    <p className={styles.evidence}>
      <Listed of={parts} />
    </p>
  );
}
