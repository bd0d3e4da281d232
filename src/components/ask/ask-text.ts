/** What the box does with a text before it is read. */

/** In characters: a longer text is not put into the field whole. */
const longestShown = 20_000;
/** In lines. */
const mostLines = 1000;
/** What is shown of it, at each end. */
const shownEnd = 2000;
/** Longer words in an address are none. */
const longestWord = 120;

/** Whether a text is too long for a field: laying out two megabytes takes a browser half a second. */
export function takesOver(text: string): boolean {
  if (text.length <= 2 * shownEnd) return false;
  return text.length > longestShown || text.split('\n', mostLines).length === mostLines;
}

/** Both ends of a long text, with a sentence on how many characters (`{count}`) stand between them. */
export function shownPart(text: string, cut: string): string {
  const between = cut.replace('{count}', String(text.length - 2 * shownEnd));
  return [text.slice(0, shownEnd), between, text.slice(-shownEnd)].join('\n\n');
}

/** The word in an address such as `/ask/#q=abgelaufen`; empty where there is none that can be read. */
export function wordInAddress(hash: string): string {
  const word = new URLSearchParams(hash.slice(1)).get('q') ?? '';
  return word.slice(0, longestWord).trim();
}
