/**
 * Forms that repeat labels under different headings: „Server“ under „Posteingang“ and under „Postausgang“ (FF-15).
 * A guide calls this field „Posteingang: Server“; on screen it is just „Server“.
 */

/** A field by its label in the guide, with its expected content if known. */
export interface NamedField {
  readonly label: string;
  readonly value?: string | undefined;
}

/** A line with the label of a field. */
export interface LabelledLine {
  /** In lower case. */
  readonly label: string;
  readonly rest: string;
}

/** The headings of a form and the labels under each, all in lower case. */
export interface Sections {
  /** The labels as on screen, without their heading. */
  readonly short: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
  /** The whole labels that share a label on screen, in the form's order. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
}

const between = ': ';

/** Finds the headings: prefixes shared by several labels. */
export function sectionsOf(labels: readonly string[]): Sections {
  const parted = [...new Set(labels.map((label) => label.toLowerCase()))].map((label) => {
    const at = label.lastIndexOf(between);
    return { label, heading: label.slice(0, Math.max(at, 0)), short: label.slice(at + 2) };
  });
  const sizes = Map.groupBy(parted, ({ heading }) => heading);
  const within = parted.filter(
    ({ heading }) => heading !== '' && (sizes.get(heading)?.length ?? 0) > 1,
  );
  const whole = Map.groupBy(within, ({ short }) => short);
  return {
    short: new Set(whole.keys()),
    headings: new Set(within.map(({ heading }) => heading)),
    whole: new Map([...whole].map(([short, all]) => [short, all.map(({ label }) => label)])),
  };
}

/** Marks a line with an unreadable heading. */
export const unsure = '?';

/** A line whose label may lack its heading. */
export interface SectionLine extends LabelledLine {
  /** The heading above it, if any, or `unsure`. */
  readonly heading?: string | undefined;
}

/**
 * The most likely label of a line without a heading: the one whose expected content it has, or the first one left,
 * unless there was an unreadable heading.
 */
function likeliest(
  { rest, heading }: SectionLine,
  left: readonly string[],
  fields: readonly NamedField[],
): string | undefined {
  const same = left.find((label) =>
    fields.some((field) => field.label.toLowerCase() === label && field.value === rest),
  );
  return same ?? (heading === unsure ? undefined : left[0]);
}

/**
 * Gives each line its whole label: by the heading above it; by order, if the text has a line for every field of that
 * name; otherwise by content.
 */
export function withHeadings(
  lines: readonly SectionLine[],
  { short, whole }: Sections,
  fields: readonly NamedField[],
): readonly LabelledLine[] {
  const byHeading = lines.map((line) => {
    const all = whole.get(line.label) ?? [];
    return all.find((label) => label === `${line.heading ?? ''}${between}${line.label}`);
  });
  const taken = new Set([...byHeading, ...lines.map(({ label }) => label)]);
  const open = Map.groupBy(
    lines.filter(({ label }, index) => short.has(label) && byHeading[index] === undefined),
    ({ label }) => label,
  );
  const given = new Map<SectionLine, string>();
  for (const [label, same] of open) {
    const left = (whole.get(label) ?? []).filter((one) => !taken.has(one));
    const isComplete =
      same.length >= left.length && same.every(({ heading }) => heading !== unsure);
    for (const line of same) {
      const own = isComplete ? left[0] : likeliest(line, left, fields);
      if (own === undefined) continue;
      left.splice(left.indexOf(own), 1);
      given.set(line, own);
    }
  }
  return lines.map((line, index) => ({
    label: byHeading[index] ?? given.get(line) ?? line.label,
    rest: line.rest,
  }));
}

/**
 * Completes a label that is the end of a longer one, such as „Sichere Verbindung“ for „SMTP Sichere Verbindung“: after a
 * line with the same prefix, such as „SMTP Port“, or if the short label appears more often than there are such fields.
 */
export function withBeginnings(
  lines: readonly LabelledLine[],
  fields: readonly NamedField[],
): readonly LabelledLine[] {
  const labels = [...new Set(fields.map(({ label }) => label.toLowerCase()))];
  const taken = new Set(lines.map(({ label }) => label));
  const seen = new Set<string>();
  return lines.map((line, index) => {
    const { label } = line;
    const longer = labels.find((one) => one.endsWith(` ${label}`) && !taken.has(one));
    const beginning = longer?.slice(0, -label.length);
    const isAfter = beginning !== undefined && lines[index - 1]?.label.startsWith(beginning);
    if (longer === undefined || !(isAfter || seen.has(label))) {
      seen.add(label);
      return line;
    }
    taken.add(longer);
    return { ...line, label: longer };
  });
}
