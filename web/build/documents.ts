import { type DocumentNode, print, stripIgnoredCharacters } from "graphql";
import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\s*,?\s*\)/g;
const GENERATED = /^export const (\w+) = (\{"kind":"Document".*\}) as unknown as .*$/gm;

/**
 * Puts the generated document in the place of each `graphql(…)`, and each document in as text, which
 * is a tenth of its syntax tree. Without this the page would carry the texts, the trees, and a table
 * from one to the other.
 */
export function documents(): Plugin {
  return {
    name: "rabta-documents",
    enforce: "pre",
    transform(source, id) {
      if (id.endsWith("/src/gql/graphql.ts")) return { code: asTexts(source), map: null };
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes("/src/gql/")) return null;
      const code = withDocuments(source);
      return code === source ? null : { code, map: null };
    },
  };
}

function withDocuments(source: string): string {
  const names = new Set<string>();
  const code = source.replace(CALL, (_call, kind: string, name: string) => {
    const document = `${pascal(name)}${kind === "fragment" ? "FragmentDoc" : "Document"}`;
    names.add(document);
    return document;
  });
  if (names.size === 0) return source;
  return `import { ${[...names].join(", ")} } from "/src/gql/graphql.ts";\n${code}`;
}

function asTexts(source: string): string {
  const code = source.replace(GENERATED, (_line, name: string, tree: string) => {
    const document: DocumentNode = JSON.parse(tree);
    const text = stripIgnoredCharacters(print(document));
    return `export const ${name} = /* #__PURE__ */ gql(${JSON.stringify(text)});`;
  });
  return `import { gql } from "urql";\n${code}`;
}

/** The generator writes `Viewer_viewer` as `Viewer_Viewer`. */
function pascal(name: string): string {
  return name
    .split("_")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("_");
}
