import { useState } from "react";
import { useClient } from "urql";
import { useWords } from "../../../kit/i18n/words";
import { Sheet } from "../../../kit/ui/Sheet";
import { newOffice } from "../newOffice";
import { OfficeForm } from "./OfficeForm";
import type { PickedOffice } from "./OfficePicker";

interface NewOfficeSheetProps {
  /** The name as someone wrote it, with which the form begins. */
  text: string;
  onClose: () => void;
  onAdded: (office: PickedOffice) => void;
}

/** Adding an office in the midst of something else, which then goes on with it. */
export function NewOfficeSheet({ text, onClose, onAdded }: NewOfficeSheetProps) {
  const { t } = useWords();
  const client = useClient();
  const [begin] = useState(() => newOffice(client, text));
  return (
    <Sheet title={t("officeForm.title")} onClose={onClose}>
      <OfficeForm
        begin={begin}
        onTake={({ id, name, districts }) =>
          onAdded({ stakeholderId: id, name, districtId: districts[0]?.id ?? null })
        }
        onSaved={({ id, en, ur, districts }) =>
          onAdded({
            stakeholderId: id,
            name: { en: en.trim() || null, ur: ur.trim() || null },
            districtId: districts[0]?.id ?? null,
          })
        }
      />
    </Sheet>
  );
}
