import { type ReactNode, useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Chosen } from "../../../kit/ui/Chosen";
import { Fold } from "../../../kit/ui/Fold";
import { Icon } from "../../../kit/ui/Icon";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names } from "../../../kit/ui/Name";
import type { DraftOther } from "../mend/mended";
import { groupsOf, newcomersOf, newGroup, newNewcomer, placesThere } from "../there";
import styles from "./Entry.module.css";
import type { FormProps } from "./FormProps";
import { GroupFields } from "./GroupFields";
import { NewcomerFields } from "./NewcomerFields";
import rows from "./Rows.module.css";

interface WhoElseProps extends FormProps {
  /** Who is in the record as having been there. One whose name is not shared stays, whoever saves. */
  others?: readonly DraftOther[];
  onOthers?: (others: DraftOther[]) => void;
  isNeeded?: boolean;
  theirGroups?: ReactNode;
}

/** Those who took part and are not of us: by name, or as a group without names. */
export function WhoElse({
  draft,
  change,
  errorAt,
  others = [],
  onOthers,
  isNeeded = false,
  theirGroups,
}: WhoElseProps) {
  const { t } = useWords();
  const { newcomers = [], groups = [] } = draft;
  const [added, setAdded] = useState<string | null>(null);
  const known = others.flatMap(({ id, name }) => (name ? [{ id, name }] : []));
  const isWrong = placesThere(draft).some(errorAt);
  const addNewcomer = () => {
    const newcomer = newNewcomer();
    setAdded(newcomer.id);
    change({ ...draft, newcomers: [...newcomers, newcomer] });
  };
  const addGroup = () => {
    const group = newGroup();
    setAdded(group.id);
    change({ ...draft, groups: [...groups, group] });
  };
  const put = <One extends { id: string }>(list: readonly One[], one: One) =>
    list.map((before) => (before.id === one.id ? one : before));
  const without = <One extends { id: string }>(list: readonly One[], id: string) =>
    list.filter((one) => one.id !== id);
  const listed = [
    ...known.map(({ id, name }) => ({ key: id, item: <Name of={name} /> })),
    ...newcomersOf(draft).map(({ id, name }) => ({ key: id, item: <Isolated>{name}</Isolated> })),
    ...groupsOf(draft).map(({ id, label }) => ({ key: id, item: <Isolated>{label}</Isolated> })),
  ];
  return (
    <Fold
      title={t("form.whoElse")}
      note={listed.length > 0 ? <Listed of={listed} /> : null}
      isNeeded={isNeeded || isWrong}
    >
      <Chosen
        items={known.map(({ id, name }) => ({ key: id, content: <Names of={name} /> }))}
        onRemove={(id) => onOthers?.(without(others, id))}
      />
      {newcomers.length > 0 ? (
        <ul className={styles.list}>
          {newcomers.map((newcomer) => (
            <NewcomerFields
              key={newcomer.id}
              newcomer={newcomer}
              isNew={newcomer.id === added}
              offices={draft.offices}
              errorAt={errorAt}
              onChange={(one) => change({ ...draft, newcomers: put(newcomers, one) })}
              onRemove={() => change({ ...draft, newcomers: without(newcomers, newcomer.id) })}
            />
          ))}
        </ul>
      ) : null}
      {groups.length > 0 ? (
        <ul className={styles.list}>
          {groups.map((group) => (
            <GroupFields
              key={group.id}
              group={group}
              isNew={group.id === added}
              errorAt={errorAt}
              onChange={(one) => change({ ...draft, groups: put(groups, one) })}
              onRemove={() => change({ ...draft, groups: without(groups, group.id) })}
            />
          ))}
        </ul>
      ) : null}
      {theirGroups}
      <div className={rows.add}>
        <Button onClick={addNewcomer}>
          <Icon name="add" /> {t("newcomer.add")}
        </Button>
        <Button onClick={addGroup}>
          <Icon name="add" /> {t("group.add")}
        </Button>
      </div>
    </Fold>
  );
}
