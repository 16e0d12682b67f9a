/** An address that may be opened from the page: of the web and of nothing else. */
export function safeAddress(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

/** An address as people copy it, with the beginning that they leave out. */
export function withScheme(address: string): string {
  const typed = address.trim();
  return typed === "" || /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
}
