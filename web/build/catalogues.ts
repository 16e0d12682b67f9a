import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/**
 * Compiles `src/locales/<language>/messages.json` while building, so that the page carries ready
 * messages and not the parser for them.
 */
export function catalogues(): Plugin {
  return {
    name: "rabta-catalogues",
    enforce: "pre",
    transform(source, id) {
      if (!/\/locales\/(en|ur)\/messages\.json$/.test(id)) return null;
      const messages: Record<string, string> = JSON.parse(source);
      const compiled = Object.fromEntries(
        Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]),
      );
      return { code: JSON.stringify(compiled), map: null };
    },
  };
}
