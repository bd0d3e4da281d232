/** What a step's text names, found without reading it as MDX. */

/** The ids of the shared prose that a text takes in. */
export function sharedIn(text: string): readonly string[] {
  return [...text.matchAll(/<Shared\s+of=["']([a-z0-9-]+)["']/g)].map(([, id = '']) => id);
}

/** The values that a step's text asks for. */
export function valuesAskedIn(text: string): readonly string[] {
  return [...text.matchAll(/<ValueField\s+value=["']([A-Za-z0-9]+)["']/g)].map(
    ([, value = '']) => value,
  );
}
