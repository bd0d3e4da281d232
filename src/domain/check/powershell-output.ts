/** Reads what Exchange's PowerShell prints, as a list or as a table, with or without the command before it. */

/** What was printed: by the organisation, a mailbox, a policy, or nobody says. */
export type OutputOrigin = 'organisation' | 'mailbox' | 'policy' | 'unsaid';

/** An object that PowerShell has printed. */
export interface PrintedObject {
  readonly origin: OutputOrigin;
  /** Every name by which it goes, in lower case. */
  readonly names: readonly string[];
  /** By the name of the property in lower case; empty where nothing is set. */
  readonly properties: ReadonlyMap<string, string>;
}

/** The objects, and complaints of PowerShell's own. */
export interface PowerShellOutput {
  readonly objects: readonly PrintedObject[];
  readonly complaints: readonly ('not-connected' | 'not-found')[];
}

const objectLimit = 500;

interface Command {
  readonly origin: OutputOrigin;
  readonly identity: string | undefined;
}

const origins: readonly (readonly [RegExp, OutputOrigin])[] = [
  [/Get-TransportConfig\b/i, 'organisation'],
  [/Get-(?:EXO)?CASMailbox\b/i, 'mailbox'],
  [/Get-AuthenticationPolicy\b/i, 'policy'],
];

function commandIn(line: string): Command | undefined {
  const origin = origins.find(([name]) => name.test(line))?.[1];
  if (origin === undefined) return undefined;
  const [, identity] =
    /CASMailbox\s{1,5}(?:-Identity\s{1,5})?["'‘’„“”]?([^\s"'‘’„“”|$@-][^\s"'‘’„“”|]{0,300})/i.exec(
      line,
    ) ?? [];
  return { origin, identity: identity?.toLowerCase() };
}

/**
 * PowerShell's complaints, in English and German.
 * @see https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell checked 2026-11-20
 */
const complaintWords: readonly (readonly [RegExp, PowerShellOutput['complaints'][number]])[] = [
  [
    /CommandNotFoundException|is not recognized as|(?:wurde|wird) nicht als Name eines Cmdlet|must call the Connect-ExchangeOnline/i,
    'not-connected',
  ],
  [
    /ManagementObjectNotFoundException|couldn['’]t be found|could not be found|konnte nicht gefunden werden|wurde nicht gefunden/i,
    'not-found',
  ],
];

/** Properties that only one kind of object has. */
const telling: readonly (readonly [name: string, OutputOrigin])[] = [
  ['allowbasicauthsmtp', 'policy'],
  ['popenabled', 'mailbox'],
  ['imapenabled', 'mailbox'],
  ['owaenabled', 'mailbox'],
  ['ewsenabled', 'mailbox'],
  ['primarysmtpaddress', 'mailbox'],
  ['emailaddresses', 'mailbox'],
  ['externaldsndefaultlanguage', 'organisation'],
  ['maxrecipientenvelopelimit', 'organisation'],
  ['maxsendsize', 'organisation'],
  ['allowlegacytlsclients', 'organisation'],
];

function originOf(properties: ReadonlyMap<string, string>, command?: Command): OutputOrigin {
  const told = telling.find(([name]) => properties.has(name))?.[1];
  if (told !== undefined) return told;
  if (command !== undefined) return command.origin;
  return namesIn(properties).some((name) => name.includes('@')) ? 'mailbox' : 'unsaid';
}

/** The properties by which an object goes, the telling ones first. */
export const nameProperties = [
  'primarysmtpaddress',
  'identity',
  'name',
  'displayname',
  'userprincipalname',
  'windowsemailaddress',
];

function namesIn(properties: ReadonlyMap<string, string>): readonly string[] {
  return nameProperties.flatMap((name) => {
    const value = properties.get(name)?.toLowerCase() ?? '';
    return value === '' ? [] : [value];
  });
}

function printed(properties: ReadonlyMap<string, string>, command?: Command): PrintedObject {
  const origin = originOf(properties, command);
  const asked = command?.origin === origin ? command.identity : undefined;
  const names = [...namesIn(properties), ...(asked === undefined ? [] : [asked])];
  return { origin, names, properties };
}

/** `Name : value`; PowerShell puts a blank on either side of the colon. */
function propertyIn(line: string): readonly [string, string] | undefined {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim();
  if (!/^[A-Za-z]\w{0,79}$/.test(name)) return undefined;
  return [name.toLowerCase(), line.slice(colon + 1).trim()];
}

const rule = /^\s*-{2,}(?:\s+-{2,})*\s*$/;

/** Where the columns of a table begin: at the dashes below its head, or at the words above them. */
function columnsOf(dashes: string): readonly number[] {
  return [...dashes.matchAll(/-+/g)].map(({ index }) => index);
}

/** A value may hang over to the left of its column where it is aligned to the right. */
function cellsAt(line: string, columns: readonly number[]): readonly string[] {
  return columns.map((from, index) =>
    line.slice(index === 0 ? 0 : from, columns[index + 1]).trim(),
  );
}

/** Blanks that were lost on the way leave words: where a column's edge cuts one, they are counted instead. */
function cellsOf(line: string, columns: readonly number[]): readonly string[] {
  const isAligned = columns.slice(1).every((from) => /^\s?$/.test(line.charAt(from - 1)));
  const words = line.trim().split(/\s+/);
  return isAligned || words.length !== columns.length ? cellsAt(line, columns) : words;
}

class Reader {
  readonly objects: PrintedObject[] = [];
  readonly complaints = new Set<PowerShellOutput['complaints'][number]>();
  #properties = new Map<string, string>();
  #command: Command | undefined;
  #table: { readonly names: readonly string[]; readonly columns: readonly number[] } | undefined;
  #before = '';

  read(line: string): void {
    const complaint = complaintWords.find(([words]) => words.test(line))?.[1];
    if (complaint !== undefined) this.complaints.add(complaint);
    const command = commandIn(line);
    if (command !== undefined) {
      this.end();
      this.#command = command;
      return;
    }
    if (rule.test(line)) this.#begin(line);
    else if (line.trim() === '') this.#blank();
    else if (this.#table) this.#row(line, this.#table);
    else this.#property(line);
    this.#before = line;
  }

  end(): void {
    this.#blank();
    this.#table = undefined;
  }

  #begin(dashes: string): void {
    const columns = columnsOf(dashes);
    const names = cellsOf(this.#before, columns).map((name) => name.toLowerCase());
    this.#table = { names, columns };
    this.#properties = new Map();
  }

  #blank(): void {
    this.#keep(this.#properties);
    this.#properties = new Map();
    // Between the head of a table and a command there may be blank lines, but its rows stand together.
    if (this.#before.trim() !== '' && !rule.test(this.#before)) this.#table = undefined;
  }

  #row(
    line: string,
    { names, columns }: { readonly names: readonly string[]; readonly columns: readonly number[] },
  ): void {
    const cells = cellsOf(line, columns);
    this.#keep(new Map(names.map((name, index) => [name, cells[index] ?? ''])));
  }

  #property(line: string): void {
    const pair = propertyIn(line);
    if (!pair) return;
    // Without a blank line between them, the next object begins with a property that the last one had.
    if (this.#properties.has(pair[0])) this.#blank();
    this.#properties.set(...pair);
  }

  #keep(properties: ReadonlyMap<string, string>): void {
    if (properties.size === 0 || this.objects.length >= objectLimit) return;
    this.objects.push(printed(properties, this.#command));
  }
}

/** The objects in the order in which they were printed; `-` in a prompt and colours do no harm. */
export function readPowerShellOutput(text: string): PowerShellOutput {
  const reader = new Reader();
  // Without colours, and as mail programs quote lines.
  const bare = text.replace(/\u001B\[[\d;]{0,20}m/g, '').replace(/^(?:> ){1,5}/gm, '');
  for (const line of bare.split(/\r\n|[\n\r\u2028\u2029]/)) {
    reader.read(line);
  }
  reader.end();
  return { objects: reader.objects, complaints: [...reader.complaints] };
}

/** A switch as PowerShell prints it; null where it is not set; undefined for anything else. */
export function switchValue(text: string): boolean | null | undefined {
  const word = text.trim().replace(/^\$/, '').toLowerCase();
  if (['true', 'wahr', 'ja', 'yes'].includes(word)) return true;
  if (['false', 'falsch', 'nein', 'no'].includes(word)) return false;
  return ['', 'null', '{}'].includes(word) ? null : undefined;
}
