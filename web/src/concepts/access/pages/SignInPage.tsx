import { type FormEvent, useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Field } from "../../../kit/ui/Field";
import { Notice } from "../../../kit/ui/State";
import { Door } from "../parts/Door";
import { type SignInAnswer, signIn } from "../session";
import styles from "./SignInPage.module.css";

interface SignInPageProps {
  /** Her session ended while she worked, so she is told that nothing is lost. */
  wasSignedIn: boolean;
  onSignedIn: () => void;
}

export function SignInPage({ wasSignedIn, onSignedIn }: SignInPageProps) {
  const { t } = useWords();
  const [answer, setAnswer] = useState<SignInAnswer | "asking" | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setAnswer("asking");
    const result = await signIn(String(form.get("email")).trim(), String(form.get("password")));
    setAnswer(result);
    if (result === "in") onSignedIn();
  };

  return (
    <Door title={t("signIn.title")} lead={t("signIn.lead")}>
      {wasSignedIn && !answer ? <Notice tone="plain">{t("signIn.ended")}</Notice> : null}
      {answer && answer !== "asking" && answer !== "in" ? (
        <Notice tone="bad">{t(`signIn.${answer}`)}</Notice>
      ) : null}
      <form className={styles.form} onSubmit={submit}>
        <Field label={t("signIn.email")}>
          {(props) => (
            <input
              {...props}
              name="email"
              type="email"
              dir="ltr"
              autoComplete="username"
              required
            />
          )}
        </Field>
        <Field label={t("signIn.password")}>
          {(props) => (
            <input
              {...props}
              name="password"
              type="password"
              dir="ltr"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Button type="submit" weight="main" disabled={answer === "asking"}>
          {answer === "asking" ? t("signIn.asking") : t("signIn.submit")}
        </Button>
      </form>
    </Door>
  );
}
