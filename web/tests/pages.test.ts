import { describe, expect, it } from "vitest";
import { PAGES } from "../src/app/pages";
import { sources } from "./sources";

describe("without a network the worker opens", () => {
  it("every address that the page has", () => {
    const routes = sources("Routes.tsx").flatMap(({ text }) =>
      [...text.matchAll(/path="([^"]+)"/g)].map(([, path = ""]) => path),
    );

    expect(routes.length).toBeGreaterThan(5);
    expect(routes.filter((path) => !PAGES.test(path.replace(":id", "meeting_0192")))).toEqual([]);
    expect(PAGES.test("/offices?search=zhob.quetta")).toBe(true);
  });

  it("nothing that the server has to answer", () => {
    const others = ["/graphql", "/graphiql", "/sign-in", "/sign-out", "/health/live", "/export/a"];
    expect(
      [...others, "/icon-192.png", "/meetings/a.csv"].filter((path) => PAGES.test(path)),
    ).toEqual([]);
  });
});
