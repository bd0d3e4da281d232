/**
 * A `mailto:` address with subject and text; `to` is empty if the reader fills it in. Line ends become CRLF.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6068#section-5 (2026-11-30)
 */
export function mailLink(to: string, subject: string, text: string): string {
  const encode = (part: string) => encodeURIComponent(part.toWellFormed());
  const receiver = encode(to).replaceAll('%40', '@');
  const body = encode(text.replace(/\r\n?|\n/g, '\r\n'));
  return `mailto:${receiver}?subject=${encode(subject)}&body=${body}`;
}
