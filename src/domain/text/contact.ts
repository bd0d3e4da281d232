/** Where readers report mistakes: the operator's mail address, or the https address of a form for issues. */

/** A contact that was given for the build. */
export type Contact =
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'issue'; readonly address: string };

/** Either the contact, absent if the text is empty, or why the text is none. */
export type ContactReading =
  | { readonly ok: true; readonly contact?: Contact }
  | { readonly ok: false; readonly problem: string };

/** One address, and nothing that would add a receiver or a header to a mail. */
const mail = /^[^\s@?&:/,;]+@[^\s@?&.]+(?:\.[^\s@?&.]+)+$/;

/** Reads what the operator set as contact. */
export function readContact(text: string): ContactReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true };
  if (mail.test(trimmed)) return { ok: true, contact: { kind: 'mail', address: trimmed } };
  if (!URL.canParse(trimmed)) {
    return { ok: false, problem: `“${trimmed}” is neither a mail address nor an https address` };
  }
  const { protocol, username, password, hash, href } = new URL(trimmed);
  if (protocol !== 'https:') return { ok: false, problem: `“${trimmed}” is not an https address` };
  if (username + password !== '') {
    return { ok: false, problem: 'The address must contain no user name and no password' };
  }
  if (hash !== '') return { ok: false, problem: `“${trimmed}” must end before the “#”` };
  return { ok: true, contact: { kind: 'issue', address: href } };
}

/** The address of an issue with title and text, as the forms of GitHub, Forgejo and Gitea read it. */
export function issueLink(address: string, title: string, text: string): string {
  const url = new URL(address);
  url.searchParams.set('title', title);
  url.searchParams.set('body', text);
  return url.href;
}
