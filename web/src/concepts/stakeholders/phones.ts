/** Numbers are kept as E.164, `+923331234567`. */
export function callLink(number: string): string {
  return `tel:${number}`;
}

/** WhatsApp wants the same digits without the plus. */
export function whatsAppLink(number: string): string {
  return `https://wa.me/${number.replace(/\D/g, "")}`;
}
