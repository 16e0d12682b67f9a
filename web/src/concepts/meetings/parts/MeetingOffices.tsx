import type { ReactNode } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";

const MeetingOffices_meeting = graphql(`
  fragment MeetingOffices_meeting on Meeting {
    id
    stakeholders {
      id
      text
      stakeholder {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

interface MeetingOfficesProps {
  meeting: FragmentType<typeof MeetingOffices_meeting>;
  /** What stands there where no office is named. */
  otherwise: ReactNode;
}

/** With whom it was: the offices, and the names that are as yet only text. */
export function MeetingOffices({ meeting: masked, otherwise }: MeetingOfficesProps) {
  const { stakeholders } = unmask(MeetingOffices_meeting, masked);
  const named = stakeholders.filter(({ stakeholder, text }) => stakeholder || text);
  if (named.length === 0) return otherwise;
  return (
    <Listed
      of={named.map(({ id, stakeholder, text }) => ({
        key: id,
        item: stakeholder ? <Name of={stakeholder.name} /> : <Isolated>{text ?? ""}</Isolated>,
      }))}
    />
  );
}
