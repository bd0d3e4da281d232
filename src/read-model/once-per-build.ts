/** Caches data that many pages need; content does not change during a build. */

/** Memoises a function for the duration of a build; in development it runs each time. */
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
