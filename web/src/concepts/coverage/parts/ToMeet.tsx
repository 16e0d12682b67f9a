import { Link } from "wouter";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { type BothNames, Name } from "../../../kit/ui/Name";

interface List {
  id: string;
  name: BothNames;
  approvedOn?: string | null | undefined;
}

/** By which list it is said who was to be met, or that there is none. */
export function ToMeet({ list }: { list: List | null | undefined }) {
  const { t } = useWords();
  if (!list?.approvedOn) {
    return (
      <p>
        {t("coverage.noList")} <Link href="/whom-we-met/lists">{t("lists.title")}</Link>
      </p>
    );
  }
  const values = {
    list: (
      <Link href={`/whom-we-met/lists/${list.id}`}>
        <Name of={list.name} />
      </Link>
    ),
    day: <Day of={list.approvedOn} />,
  };
  return (
    <p>
      <Sentence id="coverage.byList" values={values} />{" "}
      <Link href="/whom-we-met/lists">{t("lists.title")}</Link>
    </p>
  );
}
