import { useWords } from "../../../kit/i18n/words";
import { sizeOf } from "../kinds";

/** How large a file is. */
export function Size({ of }: { of: number }) {
  const { t } = useWords();
  const { unit, size } = sizeOf(of);
  return <span>{t(`fileSize.${unit}`, { size })}</span>;
}
