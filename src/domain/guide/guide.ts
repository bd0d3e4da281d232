/**
 * The correct set-up of one product: the shape of `content/guides/<guide>/guide.yml` once parsed.
 * Everything the site shows or checks is derived from it.
 */

/**
 * A condition: value id → the option that must be chosen, e.g. `{ clientType: 'public' }`, or in prose several options
 * with blanks between, one of which must be. All entries must match.
 */
export type When = Readonly<Record<string, string>>;

/** Something that may apply only to one branch of a guide. */
export interface MayDepend {
  readonly when?: When | undefined;
}

interface ValueBase {
  /** The key in links and in storage, e.g. `customerHost`. A promise: never renamed, never reused. */
  readonly id: string;
  /** A made-up value, shown until the reader enters one. */
  readonly sample: string;
  /** Whether the guide can be finished without it. */
  readonly optional: boolean;
}

/** A value that the reader enters. There is no kind for a secret, so a secret can be neither stored nor linked. */
export type ValueDefinition = ValueBase &
  (
    | {
        /** A Microsoft GUID; a full host name, e.g. `www.muster.de`; one mail address or several; a company's name. */
        readonly kind:
          'client-id' | 'object-id' | 'host' | 'mailbox' | 'mailboxes' | 'organisation';
      }
    | {
        readonly kind: 'tenant-id';
        /** Whether the product also accepts a verified domain. */
        readonly form: 'guid' | 'guid-or-domain';
      }
    | {
        /** One label below the product's own domain, e.g. `muster` below `ipmcloud.de`. */
        readonly kind: 'sub-domain';
        readonly domain: string;
        /** Placeholders in the vendor's guide that are never the value itself, in lower case, e.g. `srvxx`. */
        readonly placeholders: readonly string[];
        /** Whether several customers have the same one, such as a server. */
        readonly shared?: boolean | undefined;
      }
    | {
        /** A calendar day, e.g. when the secret expires. */
        readonly kind: 'date';
        /** How far ahead the day may be, in months. */
        readonly maxMonths: number;
      }
    | {
        /** A choice between branches of the guide. */
        readonly kind: 'choice';
        /** The first one applies until the reader chooses. */
        readonly options: readonly string[];
      }
  );

/** A value's definition as needed for parsing it: without the sample. */
export type ValueRule = ValueDefinition extends infer Each
  ? Each extends ValueDefinition
    ? Omit<Each, 'sample'>
    : never
  : never;

/** The kinds of value. */
export type ValueKind = ValueDefinition['kind'];

/** Accepted values by id. Absent means not known yet. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Who may sign in: our names for the manifest's `signInAudience`. */
export type Audience = 'single-tenant' | 'multi-tenant' | 'multi-tenant-and-personal' | 'personal';

/** Where redirect URIs are registered: `web`, `spa` or `publicClient` in the manifest. */
export type Platform = 'web' | 'spa' | 'public-client';

/** A redirect URI to register. `pattern` contains value ids in braces: `https://{customerHost}.ipmcloud.de`. */
export interface RedirectDefinition extends MayDepend {
  readonly platform: Platform;
  readonly pattern: string;
}

/** How the app authenticates. A public client has no credential. */
export interface CredentialDefinition extends MayDepend {
  readonly kind: 'secret' | 'certificate';
  /** The longest lifetime that the vendor or Microsoft allows, in months; the portal offers 24 at most. */
  readonly maxMonths: number;
}

/** Which API a permission belongs to: Microsoft Graph, or Office 365 Exchange Online with GUIDs of its own. */
export type PermissionApi = 'graph' | 'exchange-online';

/** `application` is `Role` in the manifest, `delegated` is `Scope`. */
export type PermissionType = 'application' | 'delegated';

/** A permission to request, by its name in Microsoft's list. */
export interface PermissionDefinition extends MayDepend {
  readonly api: PermissionApi;
  readonly name: string;
  readonly type: PermissionType;
}

/** „Öffentliche Clientflows zulassen“: the vendor's requirement; `unsaid` if the vendor's guide does not say. */
export interface PublicClientFlows extends MayDepend {
  readonly setting: 'yes' | 'no' | 'unsaid';
}

/** The app registration as it must be. */
export interface Registration {
  readonly name: string;
  readonly audience: Audience;
  readonly redirects: readonly RedirectDefinition[];
  readonly implicitGrant: { readonly accessTokens: boolean; readonly idTokens: boolean };
  readonly publicClientFlows: readonly PublicClientFlows[];
  readonly credentials: readonly CredentialDefinition[];
  /** The id of the value that names the registration's owner, if the vendor asks for one. */
  readonly owner?: string | undefined;
  /** Empty if the vendor names none and the app requests them at sign-in. */
  readonly permissions: readonly PermissionDefinition[];
  readonly consent: 'administrator' | 'at-sign-in';
}

/** How the product gets its token. */
export type Grant = 'client-credentials' | 'authorization-code' | 'password' | 'device-code';

/** The token request. */
export interface TokenRequest extends MayDepend {
  readonly grant: Grant;
  readonly version: 'v1' | 'v2';
  /** The tenant part of the address: the reader's tenant ID or one of Microsoft's keywords. */
  readonly tenant: 'tenantId' | 'common' | 'organizations' | 'consumers';
  readonly scopes: readonly string[];
  /** Whether the vendor documents the request or we infer it from the rest. */
  readonly certainty: 'vendor' | 'inferred';
}

/** A Microsoft mail server. `starttls` starts unencrypted and then switches; `tls` is encrypted from the first byte. */
export interface MailServer extends MayDepend {
  readonly protocol: 'smtp' | 'imap' | 'pop';
  readonly host: string;
  readonly port: number;
  readonly encryption: 'tls' | 'starttls';
  /** The product's own name for the encryption, if it differs. */
  readonly productEncryption?: string | undefined;
}

/** The source of a product field's content. */
export type FieldSource =
  /** `or` applies until the reader has entered `value`. */
  | { readonly value: string; readonly or?: string | undefined }
  | { readonly fixed: string }
  | { readonly from: 'secret' | 'password' | 'token-endpoint' | 'scope' | 'reader' | 'empty' }
  | { readonly server: MailServer['protocol']; readonly part: 'host' | 'port' | 'encryption' };

/** How a product field is drawn. */
export type Control = 'text' | 'choice' | 'check' | 'button';

/** A field of a form in the product, labelled as on screen. */
export interface ProductField extends MayDepend {
  readonly label: string;
  readonly control: Control;
  /** Whether this text is only a prefix: the product shows more after it. */
  readonly begins: boolean;
  /** The vendor's other spellings of the content. */
  readonly spellings?: readonly string[] | undefined;
  readonly source: FieldSource;
}

/** A form in the product, or one of its tabs, drawn as a sketch. */
export interface ProductForm extends MayDepend {
  readonly id: string;
  /** As on screen. */
  readonly title: string;
  /** The tabs of the window, as on screen. */
  readonly tabs: readonly string[];
  /** The tab that these fields are on. */
  readonly tab?: string | undefined;
  readonly fields: readonly ProductField[];
}

/**
 * Who carries out a step or fixes an error: Microsoft's least privileged role, or the person's job in the company.
 * `consenting-administrator` stands for either role: the type of the permission decides which one may consent.
 */
export const roles = [
  'user-administrator',
  'application-developer',
  'cloud-application-administrator',
  'privileged-role-administrator',
  'consenting-administrator',
  'billing-administrator',
  'exchange-administrator',
  'conditional-access-administrator',
  'product-administrator',
  'mailbox-user',
  'anyone',
] as const;

/** One of `roles`. */
export type Role = (typeof roles)[number];

/** The window in which a step takes place. */
export const windows = [
  'entra',
  'microsoft-365',
  'exchange',
  'powershell',
  'terminal',
  'browser',
  'product',
  'calendar',
] as const;

/** One of `windows`. */
export type Window = (typeof windows)[number];

/**
 * Whether a step belongs to the main path: everybody takes it (`required`), it is useful but optional (`extra`), or it
 * is needed only if something does not work (`remedy`).
 */
export const standings = ['required', 'extra', 'remedy'] as const;

/** One of `standings`. */
export type Standing = (typeof standings)[number];

/** The part of the guide that a step belongs to. */
export const stepGroups = ['before', 'microsoft', 'program', 'afterwards'] as const;

/** One of `stepGroups`. */
export type StepGroup = (typeof stepGroups)[number];

/** One step. Its prose is `<lang>/<id>.mdx`. */
export interface StepDefinition extends MayDepend {
  /** Part of the address: English, short, never reused. */
  readonly id: string;
  readonly role: Role;
  /** Whoever has that role cannot do all of it: the one that is needed as well. */
  readonly secondRole?: Role | undefined;
  readonly window: Window;
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /** The portal page that „Im Portal öffnen“ leads to: an id of `content/portal/pages.yml`. */
  readonly opens?: string | undefined;
  readonly standing: Standing;
  readonly group: StepGroup;
  /** The ids of the facts that this step covers, e.g. `IPM-08`. */
  readonly facts: readonly string[];
  /** The topics of the errors that this step fixes (`guideTopics` in the list of errors). */
  readonly mends: readonly string[];
}

/** A product's set-up, with all branches or just one. */
interface SetUp {
  /** The folder's name and the first part of the page addresses. */
  readonly id: string;
  readonly product: string;
  readonly values: readonly ValueDefinition[];
  readonly registration: Registration;
  readonly token: readonly TokenRequest[];
  readonly mailServers: readonly MailServer[];
  /** Whether the product sends by SMTP, so that SMTP AUTH has to be on for the mailbox. */
  readonly smtpAuth: 'needed' | 'not-needed';
  readonly forms: readonly ProductForm[];
  readonly steps: readonly StepDefinition[];
}

/** Lets the compiler tell the two kinds of guide apart; no object has it at run time. */
declare const branch: unique symbol;

/** A product's whole set-up as written, with all its branches. */
export interface Guide extends SetUp {
  readonly [branch]?: never;
}

/** The branch of a guide that applies; only `applicable` creates one. */
export interface ApplicableGuide extends SetUp {
  readonly [branch]: true;
}
