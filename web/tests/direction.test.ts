import { expect, it } from "vitest";
import { directionOf } from "../src/kit/ui/direction";

it.each([
  ["Urdu", "دو سکیمیں", "rtl"],
  ["Urdu that begins with an English abbreviation", "PSDP میں دو سکیمیں", "rtl"],
  ["Urdu that begins with a number", "3 سکیمیں", "rtl"],
  ["English", "Two schemes", "ltr"],
  ["English that begins with an Urdu name", "رابطہ is the name of the register", "ltr"],
  ["as many letters of both, the first in Urdu", "اب ab", "rtl"],
  ["as many letters of both, the first in English", "ab اب", "ltr"],
  ["a number", "1,450", "ltr"],
])("what is written in %s has its direction", (_what, text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

it("an empty field has the direction of the page", () => {
  expect(directionOf("")).toBe(undefined);
});
