import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";

/** `main` is the one thing to do next; there is at most one on a page. */
type Weight = "main" | "plain" | "quiet";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  weight?: Weight;
}

export function Button({ weight = "plain", type = "button", className, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={[styles.button, styles[weight], className].filter(Boolean).join(" ")}
      {...rest}
    />
  );
}

interface ButtonLinkProps {
  href: string;
  weight?: Weight;
  children: ReactNode;
}

/** Looks like a button because it begins an act, but goes to a page. */
export function ButtonLink({ href, weight = "plain", children }: ButtonLinkProps) {
  const className = `${styles.button} ${styles[weight]}`;
  const leavesThePage = /^[a-z]+:/.test(href);
  return leavesThePage ? (
    <a className={className} href={href} rel="noreferrer">
      {children}
    </a>
  ) : (
    <Link className={className} href={href}>
      {children}
    </Link>
  );
}
