import { useWords } from "../../../kit/i18n/words";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { type Draft, officesToSave } from "../draft";

/** With whom, as far as she has said it. */
export function DraftOffices({ of }: { of: Draft }) {
  const { t } = useWords();
  const { offices } = officesToSave(of);
  if (offices.length === 0) return t("meeting.title");
  return <Listed of={offices.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />;
}
