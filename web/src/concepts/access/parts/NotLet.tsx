import { Sentence } from "../../../kit/i18n/words";
import { Name } from "../../../kit/ui/Name";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { useActing } from "../useActing";

/** That she for whom he wrote does not let him any more, and what becomes of what he wrote. */
export function NotLet() {
  const { notLet } = useActing();
  const device = useDevice();
  if (!notLet) return null;
  return (
    <Notice tone="bad">
      <p>
        <Sentence id="acting.ended" values={{ name: <Name of={notLet.name} />, device }} />
      </p>
    </Notice>
  );
}
