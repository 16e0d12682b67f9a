import { graphql } from "../../gql";
import type { CoverageKeyTitleFragment } from "../../gql/graphql";
import { formatMonth } from "../../kit/dates";
import type { Language } from "../../kit/i18n/language";
import { enumKey, type useWords } from "../../kit/i18n/words";
import { pickName } from "../../kit/ui/Name";
import type { Grouping } from "./groups";

export const CoverageKeyTitle = graphql(`
  fragment CoverageKeyTitle on CoverageKey {
    category
    isProvinceWide
    stakeholder {
      id
      name {
        en
        ur
      }
    }
    district {
      id
      name {
        en
        ur
      }
    }
    topic {
      id
      name {
        en
        ur
      }
    }
    programme {
      id
      name {
        en
        ur
      }
    }
    period {
      from
    }
  }
`);

type Words = ReturnType<typeof useWords>["t"];

/** What stands at the head of a line: the name, the word, the month, or that it is of none. */
export function groupTitle(
  key: CoverageKeyTitleFragment,
  by: Grouping,
  t: Words,
  language: Language,
): string {
  const named = key.stakeholder ?? key.district ?? key.topic ?? key.programme;
  if (named) return pickName(named.name, language).text;
  if (key.category) return t(enumKey("category", key.category, "category.OTHER"));
  if (key.period) return formatMonth(key.period.from, language);
  if (key.isProvinceWide) return t("coverage.wholeProvince");
  if (by === "TOPIC") return t("topic.none");
  return t(by === "PROGRAMME" ? "programme.none" : "district.none");
}
