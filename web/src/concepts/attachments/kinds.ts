/** The most bytes of a file, as the record takes it: 10 MB. */
const MOST = 10 * 1024 * 1024;

/** The kinds that the record takes, each by its media type with the endings of its names. */
const KINDS: Record<string, readonly [string, ...string[]]> = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "application/pdf": [".pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [".docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx"],
  "application/vnd.oasis.opendocument.text": [".odt"],
  "text/plain": [".txt"],
};

/** What a phone offers to choose from, the camera among it. */
export const ACCEPT = Object.entries(KINDS).flat(2).join(",");

type Chosen = Pick<File, "name" | "size" | "type">;

const isKnown = (name: string) =>
  Object.values(KINDS).some((endings) =>
    endings.some((ending) => name.toLowerCase().endsWith(ending)),
  );

/** The name under which it is sent. Some phones leave the ending out and tell the kind alone. */
export function nameOf({ name, type }: Chosen): string {
  const [ending] = KINDS[type] ?? [];
  return isKnown(name) || !ending ? name : `${name}${ending}`;
}

/** What can be said of a file before it is sent: that the record would not take it, and why. */
export function wrongWith(file: Chosen): "FILE_EMPTY" | "FILE_TOO_LARGE" | "FILE_KIND" | null {
  if (!isKnown(nameOf(file))) return "FILE_KIND";
  if (file.size === 0) return "FILE_EMPTY";
  return file.size > MOST ? "FILE_TOO_LARGE" : null;
}

/** How large it is, as people say it: whole kilobytes, or megabytes with one decimal, begun ones as full. */
export function sizeOf(bytes: number): { unit: "KB" | "MB"; size: string } {
  const kilobytes = Math.ceil(bytes / 1024);
  if (kilobytes < 1024) return { unit: "KB", size: String(kilobytes) };
  return { unit: "MB", size: String(Math.ceil((bytes / 1024 / 1024) * 10) / 10) };
}
