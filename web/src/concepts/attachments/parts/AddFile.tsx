import { useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { newId } from "../../../kit/ids";
import { FileButton } from "../../../kit/ui/FileButton";
import { Icon } from "../../../kit/ui/Icon";
import { ACCEPT } from "../kinds";
import type { On } from "../whoOpens";
import { SendSheet } from "./SendSheet";

interface AddFileProps {
  of: { id: string; audience: Audience; wordsAudience: Audience };
  on: On;
  onKnown: () => void;
}

interface Chosen {
  id: string;
  file: File;
  audience: Audience | null;
}

/** Chooses a photo or a file first, then asks who may open it. */
export function AddFile({ of, on, onKnown }: AddFileProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = (file: File, audience: Audience | null = null) =>
    setChosen({ id: newId("attachment"), file, audience });
  const close = () => {
    setChosen(null);
    // Also where she gave up waiting: it may have arrived.
    onKnown();
  };
  return (
    <div>
      <FileButton accept={ACCEPT} onChoose={(file) => choose(file)}>
        <Icon name="add" /> {t("file.add")}
      </FileButton>
      {chosen ? (
        <SendSheet
          key={chosen.id}
          {...chosen}
          of={of}
          on={on}
          onOther={choose}
          onKnown={onKnown}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
