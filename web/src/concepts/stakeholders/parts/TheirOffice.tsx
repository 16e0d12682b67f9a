import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { Notice } from "../../../kit/ui/State";
import type { OfficeDraft } from "../officeDraft";
import type { OfficePlace } from "../officeRebase";
import styles from "./TheirOffice.module.css";

interface TheirOfficeProps {
  place: OfficePlace;
  /** The office as somebody else has left it. */
  office: OfficeDraft;
  /** The first of several, to which she is brought. */
  isFirst: boolean;
  onTake: () => void;
}

/** Under what she wrote: what somebody else wrote there in the meantime, and the way to take it. */
export function TheirOffice({ place, office, isFirst, onTake }: TheirOfficeProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFirst) box.current?.scrollIntoView({ block: "center" });
  }, [office, isFirst]);
  return (
    <div ref={box}>
      {isFirst ? <Notice tone="bad">{t("officeForm.overtaken")}</Notice> : null}
      <div className={styles.theirs} role="status">
        <p className={styles.label}>{t("mend.theirs")}</p>
        <p>
          <Written place={place} office={office} />
        </p>
        <Button onClick={onTake}>{t("mend.take")}</Button>
      </div>
    </div>
  );
}

function Written({ place, office }: Pick<TheirOfficeProps, "place" | "office">): ReactNode {
  const { t } = useWords();
  const nothing = t("officeForm.nothing");
  switch (place) {
    case "en":
    case "ur":
      return office[place] ? <Isolated lang={place}>{office[place]}</Isolated> : nothing;
    case "shortName":
      return office.shortName ? <Isolated>{office.shortName}</Isolated> : nothing;
    case "category":
      return office.category ? t(`category.${office.category}`) : nothing;
    case "parent":
      return office.parent ? <Name of={office.parent.name} /> : nothing;
    case "where":
      if (office.isProvinceWide) return t("officeForm.provinceWide");
      if (office.districts.length === 0) return nothing;
      return (
        <Listed
          of={office.districts.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))}
        />
      );
  }
}
