import { useId, useState } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { HolderRow_PostFragment } from "../../../gql/graphql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button, ButtonLink } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Icon } from "../../../kit/ui/Icon";
import { Name, Names } from "../../../kit/ui/Name";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { EndPostSheet } from "../../people/parts/EndPostSheet";
import { HolderSheet } from "../../people/parts/HolderSheet";
import { MendPersonSheet } from "../../people/parts/MendPersonSheet";
import { callLink, whatsAppLink } from "../phones";
import styles from "./HolderRow.module.css";

const HolderRow_post = graphql(`
  fragment HolderRow_post on Post {
    id
    title {
      en
      ur
    }
    from
    to
    person {
      id
      name {
        en
        ur
      }
      phones {
        number
        kind
      }
    }
  }
`);

interface HolderRowProps {
  post: FragmentType<typeof HolderRow_post>;
  /** The office at which it is. */
  officeId: string;
}

/** Who holds one post, since when, and how to reach her. */
export function HolderRow({ post: masked, officeId }: HolderRowProps) {
  const { t } = useWords();
  const post = unmask(HolderRow_post, masked);
  const { title, from, to, person } = post;
  const named = useId();
  return (
    <li className={styles.holder}>
      <p id={named} className={styles.name}>
        {person ? <Names of={person.name} /> : t("office.hidden")}
      </p>
      <p className={styles.post}>
        {from ? (
          <Sentence
            id="office.postSince"
            values={{ title: <Name of={title} />, day: <Day of={from} /> }}
          />
        ) : (
          <Name of={title} />
        )}
      </p>
      {to ? (
        <p className={styles.post}>
          <Sentence id="office.postUntil" values={{ day: <Day of={to} /> }} />
        </p>
      ) : null}
      {person && person.phones.length > 0 ? (
        <p className={styles.reach}>
          {person.phones.map(({ number, kind }) =>
            kind === "WHATSAPP" ? (
              <ButtonLink key={`${kind}${number}`} href={whatsAppLink(number)}>
                <Icon name="message" /> {t("phone.WHATSAPP")}
              </ButtonLink>
            ) : (
              <ButtonLink key={`${kind}${number}`} href={callLink(number)}>
                <Icon name="phone" /> {t(enumKey("phone", kind, "phone.OWN"))}
              </ButtonLink>
            ),
          )}
        </p>
      ) : null}
      {person ? <HolderActs post={post} person={person} officeId={officeId} named={named} /> : null}
    </li>
  );
}

interface HolderActsProps {
  officeId: string;
  post: HolderRow_PostFragment;
  person: NonNullable<HolderRow_PostFragment["person"]>;
  /** Where her name stands, of whom the buttons speak. */
  named: string;
}

/** For a coordinator, who may change whomever someone else added. */
function HolderActs({ officeId, post, person, named }: HolderActsProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const [sheet, setSheet] = useState<"mend" | "change" | "end" | null>(null);
  if (!isCoordinator(viewer)) return null;
  const close = () => setSheet(null);
  return (
    <div className={styles.acts}>
      <Button weight="quiet" aria-describedby={named} onClick={() => setSheet("mend")}>
        {t("mend.act")}
      </Button>
      {post.to ? null : (
        <>
          <Button weight="quiet" aria-describedby={named} onClick={() => setSheet("change")}>
            {t("holder.change")}
          </Button>
          <Button weight="quiet" aria-describedby={named} onClick={() => setSheet("end")}>
            {t("holder.end")}
          </Button>
        </>
      )}
      {sheet === "mend" ? <MendPersonSheet id={person.id} onClose={close} /> : null}
      {sheet === "change" ? (
        <HolderSheet
          stakeholderId={officeId}
          predecessor={{ postId: post.id, title: post.title }}
          onClose={close}
        />
      ) : null}
      {sheet === "end" ? <EndPostSheet post={post} person={person} onClose={close} /> : null}
    </div>
  );
}
