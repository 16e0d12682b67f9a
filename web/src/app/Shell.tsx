import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { ActingBar } from "../concepts/access/parts/ActingBar";
import { SignOut } from "../concepts/access/parts/SignOut";
import { LanguageSwitch } from "../kit/i18n/LanguageSwitch";
import { type MessageKey, useWords } from "../kit/i18n/words";
import { ButtonLink } from "../kit/ui/Button";
import { Icon } from "../kit/ui/Icon";
import { Name } from "../kit/ui/Name";
import { canLog, useViewer } from "../kit/viewer";
import { Away } from "./Away";
import { NewVersion } from "./NewVersion";
import styles from "./Shell.module.css";
import { useTopOfPage } from "./useTopOfPage";

interface Place {
  href: string;
  word: MessageKey;
  icon: "tasks" | "meetings" | "offices" | "promises" | "letters" | "met" | "me";
  /** Not in the phone's bar, which is full: it stands elsewhere there. */
  isForDesk?: boolean;
}

const HOME: Place = { href: "/", word: "nav.home", icon: "tasks" };

const MEETINGS: Place = { href: "/meetings", word: "nav.meetings", icon: "meetings" };

const ME: Place = { href: "/me", word: "nav.me", icon: "me", isForDesk: true };

const OTHER_PLACES: Place[] = [
  { href: "/offices", word: "nav.offices", icon: "offices" },
  { href: "/promises", word: "nav.promises", icon: "promises" },
  { href: "/letters", word: "nav.letters", icon: "letters", isForDesk: true },
  { href: "/whom-we-met", word: "nav.coverage", icon: "met" },
  ME,
];

/** What stands around every page: where one can go, in which language, and who is signed in. */
export function Shell({ onSignedOut, children }: { onSignedOut: () => void; children: ReactNode }) {
  const { t } = useWords();
  const viewer = useViewer();
  const [path] = useLocation();
  const first: Place[] = canLog(viewer) ? [HOME, MEETINGS] : [{ ...MEETINGS, href: "/" }];
  useTopOfPage();
  return (
    <div className={styles.shell}>
      <header className={styles.top}>
        <Link href="/" className={styles.brand}>
          <bdi lang="en">Rabta</bdi> <bdi lang="ur">رابطہ</bdi>
        </Link>
        <div className={styles.corner}>
          <LanguageSwitch />
          <Link
            href={ME.href}
            className={styles.own}
            aria-current={isHere(path, ME.href) ? "page" : undefined}
          >
            <Icon name={ME.icon} />
            <span>{t(ME.word)}</span>
          </Link>
        </div>
      </header>
      <nav className={styles.nav} aria-label={t("nav.label")}>
        <div className={styles.stand}>
          {canLog(viewer) ? (
            <div className={styles.begin}>
              <ButtonLink weight={path === "/" ? "main" : "plain"} href="/meetings/new">
                {t("act.met")}
              </ButtonLink>
            </div>
          ) : null}
          <ul className={styles.places}>
            {[...first, ...OTHER_PLACES].map(({ href, word, icon, isForDesk }) => (
              <li key={href} className={isForDesk ? styles.desk : undefined}>
                <Link
                  href={href}
                  className={styles.place}
                  aria-current={isHere(path, href) ? "page" : undefined}
                >
                  <Icon name={icon} />
                  <span>{t(word)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <div className={styles.who}>
            {viewer.person && !viewer.actingFor ? (
              <Name of={viewer.person.name} />
            ) : (
              <bdi>{viewer.email}</bdi>
            )}
            <SignOut onSignedOut={onSignedOut} />
          </div>
        </div>
      </nav>
      <div className={styles.content}>
        <ActingBar />
        <Away />
        <NewVersion />
        {children}
      </div>
    </div>
  );
}

function isHere(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
