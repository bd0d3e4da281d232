/**
 * Forms that have the same labels several times, under a heading each: „Server“ under „Posteingang“ and under
 * „Postausgang“ (FF-15). In a guide such a field is called „Posteingang: Server“, on screen only „Server“.
 */

/** A field as the guide calls it, with what must stand in it where that is known. */
export interface NamedField {
  readonly label: string;
  readonly value?: string | undefined;
}

/** What a line says of a field. */
export interface LabelledLine {
  /** In lower case. */
  readonly label: string;
  readonly rest: string;
}

/** The headings of a form and the labels that stand under each, all in lower case. */
export interface Sections {
  /** The labels as they are on screen, without their heading. */
  readonly short: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
  /** The whole labels that are the same on screen, in the form's order. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
}

const between = ': ';

/** A heading is one only where several labels begin with it. */
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

/** In the place of a heading: there is one that cannot be read. */
export const unsure = '?';

/** A line whose label may lack its heading. */
export interface SectionLine extends LabelledLine {
  /** The heading above it, where there is one, or `unsure`. */
  readonly heading?: string | undefined;
}

/**
 * Which of these labels a line stands for, where no heading says it: one whose content it has, or the first that is left,
 * unless a heading was there that could not be read.
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
 * Gives each line its whole label: by the heading above it; where the text has a line for every field of that name, by
 * their order; else by what stands in it.
 */
export function withHeadings(
  lines: readonly SectionLine[],
  { short, whole }: Sections,
  fields: readonly NamedField[],
): readonly LabelledLine[] {
  const told = lines.map((line) => {
    const all = whole.get(line.label) ?? [];
    return all.find((label) => label === `${line.heading ?? ''}${between}${line.label}`);
  });
  const taken = new Set([...told, ...lines.map(({ label }) => label)]);
  const open = Map.groupBy(
    lines.filter(({ label }, index) => short.has(label) && told[index] === undefined),
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
    label: told[index] ?? given.get(line) ?? line.label,
    rest: line.rest,
  }));
}

/**
 * A label that is the end of another one, as „Sichere Verbindung“ of „SMTP Sichere Verbindung“, is that other one behind
 * a line of the same kind, such as „SMTP Port“, and where it stands once more than there are fields of that name.
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
