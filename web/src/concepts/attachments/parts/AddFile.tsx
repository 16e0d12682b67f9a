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

/** Chooses a photo or a file first, then asks who may open it. */
export function AddFile({ of, on, onKnown }: AddFileProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<{ id: string; file: File } | null>(null);
  const choose = (file: File) => setChosen({ id: newId("attachment"), file });
  const close = () => {
    setChosen(null);
    // Also where she gave up waiting: it may have arrived.
    onKnown();
  };
  return (
    <div>
      <FileButton accept={ACCEPT} onChoose={choose}>
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
