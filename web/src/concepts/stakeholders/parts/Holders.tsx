import { useState } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Empty } from "../../../kit/ui/State";
import { canLog, useViewer } from "../../../kit/viewer";
import { HolderSheet } from "../../people/parts/HolderSheet";
import { HolderRow } from "./HolderRow";
import styles from "./Holders.module.css";

const Holders_office = graphql(`
  fragment Holders_office on Stakeholder {
    id
    archivedOn
    posts {
      id
      isCurrent
      ...HolderRow_post
    }
  }
`);

/** Who holds the posts of an office now, and saying so. */
export function Holders({ office: masked }: { office: FragmentType<typeof Holders_office> }) {
  const { t } = useWords();
  const viewer = useViewer();
  const [isAdding, setAdding] = useState(false);
  const office = unmask(Holders_office, masked);
  const posts = office.posts.filter(({ isCurrent }) => isCurrent);
  const isNone = posts.length === 0;
  const mayAdd = canLog(viewer) && !office.archivedOn;
  if (isNone && office.archivedOn) return null;
  return (
    <div className={styles.holders}>
      {isNone ? (
        <Empty>{t(canLog(viewer) ? "office.nobodyYet" : "office.noHolder")}</Empty>
      ) : (
        <ul className={styles.list}>
          {posts.map((post) => (
            <HolderRow key={post.id} post={post} officeId={office.id} />
          ))}
        </ul>
      )}
      {mayAdd ? (
        <div className={isNone ? undefined : styles.another}>
          <Button weight={isNone ? "plain" : "quiet"} onClick={() => setAdding(true)}>
            <Icon name="add" /> {t(isNone ? "holder.add" : "holder.addAnother")}
          </Button>
        </div>
      ) : null}
      {isAdding ? <HolderSheet stakeholderId={office.id} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
