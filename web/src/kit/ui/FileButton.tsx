import type { ReactNode } from "react";
import buttonStyles from "./Button.module.css";
import styles from "./FileButton.module.css";

interface FileButtonProps {
  /** What may be chosen, as the attribute of that name has it. */
  accept: string;
  onChoose: (file: File) => void;
  children: ReactNode;
}

/** Chooses a file with the machine's own means, the camera of a phone among them; it looks like a button. */
export function FileButton({ accept, onChoose, children }: FileButtonProps) {
  return (
    <label className={`${buttonStyles.button} ${buttonStyles.plain} ${styles.choose}`}>
      {children}
      <input
        type="file"
        className={styles.input}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // Else the same one chosen again would be no change.
          target.value = "";
          if (file) onChoose(file);
        }}
      />
    </label>
  );
}
