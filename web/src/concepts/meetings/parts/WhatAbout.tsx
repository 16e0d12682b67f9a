import type { ReactNode } from "react";
import { useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Fold } from "../../../kit/ui/Fold";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { DistrictsField } from "../../reference/parts/DistrictsField";
import { TopicField } from "../../reference/parts/TopicField";
import type { Mended } from "../mend/mended";
import type { Place } from "../mend/rebase";
import type { FormProps } from "./FormProps";

interface WhatAboutProps extends Pick<FormProps, "errorAt"> {
  mended: Mended;
  write: (changed: Partial<Mended>) => void;
  clashes: readonly Place[];
  /** What somebody else wrote there in the meantime. */
  theirs: (place: Place) => ReactNode;
}

const PLACES: readonly Place[] = ["title", "topics", "concerns"];
const FIELDS = ["title", "topicIds", "concernsDistrictIds"];

/** What a meeting was about: its own title, topics, and the districts that it concerned. */
export function WhatAbout({ mended, write, errorAt, clashes, theirs }: WhatAboutProps) {
  const { t } = useWords();
  const { title, topics, concerns } = mended;
  const listed = [
    ...(title.trim() ? [{ key: "title", item: <Isolated>{title}</Isolated> }] : []),
    ...[...topics, ...concerns].map(({ id, name }) => ({ key: id, item: <Name of={name} /> })),
  ];
  return (
    <Fold
      title={t("about.head")}
      note={listed.length > 0 ? <Listed of={listed} /> : null}
      isNeeded={PLACES.some((place) => clashes.includes(place)) || FIELDS.some(errorAt)}
    >
      <Field label={t("about.title")} hint={t("about.titleHint")} error={errorAt("title")}>
        {(control) => (
          <input
            {...control}
            dir={directionOf(title)}
            value={title}
            onChange={({ target }) => write({ title: target.value })}
          />
        )}
      </Field>
      {theirs("title")}
      <TopicField
        error={errorAt("topicIds")}
        value={topics}
        onChange={(chosen) => write({ topics: chosen })}
      />
      {theirs("topics")}
      <DistrictsField
        label={t("meeting.concerns")}
        error={errorAt("concernsDistrictIds")}
        value={concerns}
        onChange={(chosen) => write({ concerns: chosen })}
      />
      {theirs("concerns")}
    </Fold>
  );
}
