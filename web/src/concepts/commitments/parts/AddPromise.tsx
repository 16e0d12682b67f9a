import { useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { PromiseSheet, useNewPromise } from "./PromiseSheet";

interface AddPromiseProps {
  /** The offices that owe it, or to which it is owed. */
  offices: readonly string[];
  /** The letter in which it stands. */
  letter?: string;
  /** Who sees that letter. */
  audience?: Audience;
}

/** The way to write down what was promised or asked outside a meeting. */
export function AddPromise(given: AddPromiseProps) {
  const { t } = useWords();
  const written = useNewPromise(given);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("promise.add")}</Button>
      {isOpen ? (
        <PromiseSheet
          offices={given.offices}
          {...(given.letter ? { letter: given.letter } : {})}
          of={written}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
