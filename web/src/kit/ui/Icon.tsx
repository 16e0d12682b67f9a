import styles from "./Icon.module.css";

const PATHS = {
  tasks: "M4 6.5 6 8.5 9.5 4.5M4 14.5l2 2 3.5-4M13 6h8M13 14.5h8M4 20.5h17",
  meetings: "M4 6h16v15H4ZM4 11h16M8 3v5M16 3v5",
  offices:
    "M4 21V7l8-4 8 4v14M2 21h20M9 21v-5h6v5M8.5 9h.01M12 9h.01M15.5 9h.01M8.5 12.5h.01M12 12.5h.01M15.5 12.5h.01",
  promises: "M6 3h12v18H6ZM9 8h6M9 12h6M9 16.5l1.5 1.5 3-3.5",
  letters: "M3 5h18v14H3ZM3.5 6l8.5 7 8.5-7",
  met: "M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM1.5 20c0-3.5 3-6 6.5-6s6.5 2.5 6.5 6M16.5 4.3a3.5 3.5 0 0 1 0 6.4M17.5 14.2c3 .5 5 2.8 5 5.8",
  me: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 3.5-7 8-7s8 3 8 7",
  phone:
    "M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2Z",
  message: "M4 4h16v12H9l-5 4Z",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  check: "M4.5 12.5l5 5 10-11",
  remove: "M6 6l12 12M18 6 6 18",
  add: "M12 5v14M5 12h14",
} as const;

interface IconProps {
  name: keyof typeof PATHS;
}

/** Always beside a word, so it is hidden from those who listen. What points turns with the script. */
export function Icon({ name }: IconProps) {
  const points = name === "back" || name === "next";
  return (
    <svg
      className={points ? `${styles.icon} ${styles.pointing}` : styles.icon}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
