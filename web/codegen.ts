import type { CodegenConfig } from "@graphql-codegen/cli";

// The contract lies at the root of the repository. What is generated from it is not checked in.
const config: CodegenConfig = {
  schema: "../schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "unmask" } },
      config: {
        scalars: {
          Instant: "string",
          Day: "string",
          ID: "string",
          Decimal: "string",
          FiscalYear: "string",
        },
        defaultScalarType: "unknown",
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
      },
    },
  },
};

export default config;
