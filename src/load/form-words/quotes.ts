/** The text without the quotes of a text processor around it. */
export function withoutQuotes(text: string): string {
  const inside = /^[“”„‟«‘’‚‹](.*)["'“”»‘’›]$/su.exec(text.trim())?.[1];
  return inside === undefined || /[“”«»]/u.test(inside) ? text : inside.trim();
}
