import type { Language } from "../i18n/language";
import { directionOf } from "./direction";

interface IsolatedProps {
  children: string;
  lang?: Language;
  className?: string | undefined;
  id?: string;
}

/** What people wrote, isolated so that its direction, which is its own, does not disturb the line. */
export function Isolated({ children, ...rest }: IsolatedProps) {
  return (
    <bdi {...rest} dir={directionOf(children)}>
      {children}
    </bdi>
  );
}
