/** Drawn pages of Microsoft's portals: their rows as written, and filled from a guide. */

import { applicable } from '../guide/applicable.ts';
import type {
  ApplicableGuide,
  Guide,
  MailServer,
  MayDepend,
  PermissionType,
  PublicClientFlows,
} from '../guide/guide.ts';
import { parseTemplate, type Segment } from '../values/template.ts';
import { permissionTable } from './permissions.ts';
import {
  accountTypeLabels,
  mailAppLabels,
  newRegistrationPlatformLabels,
  permissionTypeLabels,
  platformLabels,
} from './portal-labels.ts';

/** How a row is drawn. Tabs, commands, buttons, options and columns stand side by side. */
export const rowKinds = [
  'text',
  'field',
  'choice',
  'radio',
  'box',
  'tile',
  'tab',
  'command',
  'button',
  'option',
  'column',
  'heading',
  'heads',
  'permission',
  'asked',
  'aside',
] as const;

/** One of `rowKinds`. */
export type RowKind = (typeof rowKinds)[number];

/** What a row may take from the guide. */
export const rowSources = [
  'app-name',
  'account-types-now',
  'account-types-before',
  'registration-platform',
  'registration-uri',
  'redirect-uris',
  'access-tokens',
  'id-tokens',
  'public-client-flows',
  'application-permissions',
  'delegated-permissions',
  'granted-permissions',
  'asked-permissions',
  'mail-apps',
] as const;

/** One of `rowSources`. */
export type RowSource = (typeof rowSources)[number];

/** Whether a row holds what the reader takes, or what looks like it and is not meant. */
export type RowMark = 'take' | 'not';

interface RowBase {
  readonly is: RowKind;
  /** A label of the registry. */
  readonly label?: string | undefined;
  readonly state?: 'on' | 'off' | undefined;
  readonly mark?: RowMark | undefined;
  /** The letter that ties the row to a sentence. */
  readonly dot?: string | undefined;
}

/** A row as `pictures.yml` has it; of value, sample, label and source it shows one at most. */
export interface PictureRow extends RowBase {
  /** A value of the reader's, and the one that stands in for it. */
  readonly value?: string | undefined;
  readonly or?: string | undefined;
  readonly sample?: string | undefined;
  /** A label of the registry that stands where others have a value. */
  readonly says?: string | undefined;
  readonly from?: RowSource | undefined;
}

/** What stands behind the label: text that readers may copy, labels, or words that are not the portal's. */
export type RowContent =
  | { readonly kind: 'segments'; readonly segments: readonly Segment[]; readonly copies: boolean }
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  | { readonly kind: 'names'; readonly en: string; readonly de: string | null }
  /** Says that what follows is worded as it was before. */
  | { readonly kind: 'before' };

/** A row as it is drawn. */
export interface DrawnRow extends RowBase, MayDepend {
  readonly content?: RowContent | undefined;
  /** Labels in further columns. */
  readonly cells?: readonly string[];
}

/** Stands for what the vendor does not name. */
const unnamed = '…';

const copied = (segments: readonly Segment[]): RowContent => ({
  kind: 'segments',
  segments,
  copies: true,
});
const shown = (text: string): RowContent => ({
  kind: 'segments',
  segments: [{ text }],
  copies: false,
});
const labelled = (...labels: readonly string[]): RowContent => ({ kind: 'labels', labels });

/** The boxes under „E-Mail-Apps verwalten“ that the product needs: receiving by its mail servers, sending by SMTP. */
export function mailApps({
  mailServers,
  smtpAuth,
}: ApplicableGuide): readonly MailServer['protocol'][] {
  const receiving = mailServers.map(({ protocol }) => protocol).filter((one) => one !== 'smtp');
  return [...new Set([...receiving, ...(smtpAuth === 'needed' ? (['smtp'] as const) : [])])];
}

type Filled = Partial<DrawnRow>;

/** Of a row beside the one that is meant. */
const plain = { mark: undefined, dot: undefined } as const;

function accountTypes({ registration }: Guide, which: 0 | 1): readonly Filled[] {
  const wanted = accountTypeLabels[registration.audience]?.[which];
  if (wanted === undefined) return [];
  const lines = Object.values(accountTypeLabels).map((labels): Filled => {
    const label = labels[which];
    return label === wanted ? { label, state: 'on' } : { label, state: 'off', ...plain };
  });
  return which === 0 ? lines : [{ is: 'aside', content: { kind: 'before' }, ...plain }, ...lines];
}

function redirectUris({ registration }: Guide): readonly Filled[] {
  return [...Map.groupBy(registration.redirects, ({ platform }) => platform)].flatMap(
    ([platform, redirects]) => [
      { is: 'heading', label: platformLabels[platform], state: undefined, ...plain },
      ...redirects.map(({ pattern, when }): Filled => ({
        content: copied(parseTemplate(pattern)),
        when,
      })),
    ],
  );
}

/** The switch on the new page shows its state as a word, that of the previous page as two buttons. */
function publicClientFlows({ registration }: Guide, is: RowKind): readonly Filled[] {
  return registration.publicClientFlows.flatMap(({ setting, when }: PublicClientFlows) => {
    const isOn = setting === 'yes';
    // Where the vendor leaves it open, Microsoft's default stands there, and nothing says that it is meant.
    const unmarked = setting === 'unsaid' ? { mark: undefined } : {};
    if (is !== 'option') {
      return [{ content: labelled(isOn ? 'enabled' : 'disabled'), when, ...unmarked }];
    }
    return (['yes', 'no'] as const).map((label): Filled => {
      const isMeant = isOn === (label === 'yes');
      return { label, state: isMeant ? 'on' : 'off', when, ...(isMeant ? unmarked : plain) };
    });
  });
}

/** The permissions of a type, of every branch; what the vendor leaves open stays open. */
function permissions({ registration }: Guide, type: PermissionType): readonly Filled[] {
  if (registration.permissions.length === 0) return [{ content: shown(unnamed) }];
  return registration.permissions
    .filter((permission) => permission.type === type)
    .map(({ name, when }) => ({ content: copied([{ text: name }]), when }));
}

function grantedPermissions({ registration }: Guide): readonly Filled[] {
  const heads: Filled = { is: 'heads', label: 'api-permission-name', cells: ['type', 'status'] };
  const rows = registration.permissions.map(({ name, type, when }): Filled => ({
    content: shown(name),
    cells: [permissionTypeLabels[type], 'granted-for'],
    when,
  }));
  const none: Filled = { content: shown(unnamed), cells: ['type-delegated', 'granted-for'] };
  return [{ ...heads, ...plain }, ...(rows.length > 0 ? rows : [none])];
}

/** As the consent window words them; a permission that our list does not have stands there with its name. */
function askedPermissions(guide: Guide): readonly Filled[] {
  const rows = permissionTable(applicable(guide, {}));
  if (rows.length === 0) return [{ content: shown(unnamed) }];
  return rows.map(({ name, displayNameEn, displayNameDe }) => ({
    content: { kind: 'names', en: displayNameEn ?? name, de: displayNameDe },
  }));
}

/** What a source makes of a row; nothing where the guide has nothing for it. */
function filled(guide: Guide, from: RowSource, is: RowKind): readonly Filled[] {
  const { name, redirects, implicitGrant } = guide.registration;
  const [first] = redirects;
  switch (from) {
    case 'app-name':
      return [{ content: copied([{ text: name }]) }];
    case 'account-types-now':
      return accountTypes(guide, 0);
    case 'account-types-before':
      return accountTypes(guide, 1);
    case 'registration-platform': {
      const label = first && newRegistrationPlatformLabels[first.platform];
      return label === undefined ? [] : [{ content: labelled(label) }];
    }
    case 'registration-uri':
      return first ? [{ content: copied(parseTemplate(first.pattern)) }] : [];
    case 'redirect-uris':
      return redirectUris(guide);
    case 'access-tokens':
      return [{ state: implicitGrant.accessTokens ? 'on' : 'off' }];
    case 'id-tokens':
      return [{ state: implicitGrant.idTokens ? 'on' : 'off' }];
    case 'public-client-flows':
      return publicClientFlows(guide, is);
    case 'application-permissions':
      return permissions(guide, 'application');
    case 'delegated-permissions':
      return permissions(guide, 'delegated');
    case 'granted-permissions':
      return grantedPermissions(guide);
    case 'asked-permissions':
      return askedPermissions(guide);
    case 'mail-apps':
      return mailApps(applicable(guide, {})).map((app) => ({ label: mailAppLabels[app] }));
  }
}

function contentOf({ value, or, sample, says }: PictureRow): RowContent | undefined {
  if (value !== undefined) return copied([{ slot: value, or }]);
  if (sample !== undefined) return shown(sample);
  return says === undefined ? undefined : labelled(says);
}

/** A row as this guide has it: one, several, or none where the guide has nothing for it. Its letter stands once. */
export function drawnRows(guide: Guide, row: PictureRow): readonly DrawnRow[] {
  const { is, label, state, mark, dot, from } = row;
  const base: DrawnRow = { is, label, state, mark, dot, content: contentOf(row) };
  if (from === undefined) return [base];
  const rows = filled(guide, from, is).map((part): DrawnRow => ({ ...base, ...part }));
  const first = rows.findIndex((one) => one.dot !== undefined);
  return rows.map((one, index) => {
    // In the other branch the letter stands for the same.
    const isRepeated = index > first && one.when === undefined;
    return isRepeated ? { ...one, dot: undefined } : one;
  });
}

/** Whether a guide has something for every row of a picture, and every value that it names. */
export function hasMatter(guide: Guide, rows: readonly PictureRow[]): boolean {
  const values = new Set(guide.values.map(({ id }) => id));
  const names = rows.flatMap(({ value, or }) => [value ?? [], or ?? []].flat());
  return (
    names.every((name) => values.has(name)) && rows.every((row) => drawnRows(guide, row).length > 0)
  );
}
