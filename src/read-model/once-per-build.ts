/** What pages ask for again and again is made once: a build's content stands still. */

/** A function that answers the same texts with the same answer throughout a build; while authors work, each time anew. */
export function oncePerBuild<Texts extends readonly string[], Answer>(
  make: (...texts: Texts) => Answer,
): (...texts: Texts) => Answer {
  if (!import.meta.env.PROD) return make;
  const made = new Map<string, Answer>();
  return (...texts) => {
    const key = texts.join('\0');
    const answer = made.get(key) ?? make(...texts);
    made.set(key, answer);
    return answer;
  };
}
