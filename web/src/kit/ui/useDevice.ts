import { useWords } from "../i18n/words";

/** What she holds, as she would call it: a phone, or else a computer. */
export function useDevice(): string {
  const { t } = useWords();
  return t(matchMedia("(pointer: coarse)").matches ? "device.phone" : "device.computer");
}
