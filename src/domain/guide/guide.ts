/**
 * What a right set-up looks like for one product: the shape of `content/guides/<guide>/guide.yml` once it is read.
 * Everything the site shows or checks is derived from it by the functions of this folder.
 */

/** An option of a choice that must be taken for something to apply: value id → option, e.g. `{ clientType: 'public' }`. All must hold. */
export type When = Readonly<Record<string, string>>;

/** Something that may apply to one branch of a guide only. */
export interface MayDepend {
  readonly when?: When | undefined;
}

interface ValueBase {
  /** The key in links and in storage, e.g. `customerHost`. A promise: never renamed, never reused. */
  readonly id: string;
  /** A made-up value for the page as built. */
  readonly sample: string;
  /** Whether the guide can be finished without it. */
  readonly optional: boolean;
}

/** A value the reader brings. There is no kind for a secret: it cannot be stored or linked by construction. */
export type ValueDefinition = ValueBase &
  (
    | {
        /** A GUID of Microsoft's; a whole host name, e.g. `www.muster.de`; a mail address, several; a company's name. */
        readonly kind:
          'client-id' | 'object-id' | 'host' | 'mailbox' | 'mailboxes' | 'organisation';
      }
    | {
        readonly kind: 'tenant-id';
        /** Whether the product takes a verified domain too. */
        readonly form: 'guid' | 'guid-or-domain';
      }
    | {
        /** One label below the product's own domain, e.g. `muster` below `ipmcloud.de`. */
        readonly kind: 'sub-domain';
        readonly domain: string;
        /** Words of the vendor's guide that stand for the value and are never it, in lower case, e.g. `srvxx`. */
        readonly placeholders: readonly string[];
      }
    | {
        /** A calendar day, e.g. when the secret runs out. */
        readonly kind: 'date';
        /** How far ahead the day may be, in months. */
        readonly maxMonths: number;
      }
    | {
        /** A choice between branches of the guide. */
        readonly kind: 'choice';
        /** The first is taken until the reader chooses. */
        readonly options: readonly string[];
      }
  );

/** What reading a value takes: its definition without what is only shown. */
export type ValueRule = ValueDefinition extends infer Each
  ? Each extends ValueDefinition
    ? Omit<Each, 'sample'>
    : never
  : never;

/** The kinds of value. */
export type ValueKind = ValueDefinition['kind'];

/** Accepted values by id. Absent means not known yet. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Who may sign in: `signInAudience` of the manifest in our words. */
export type Audience = 'single-tenant' | 'multi-tenant' | 'multi-tenant-and-personal' | 'personal';

/** Where redirect URIs are registered: `web`, `spa` and `publicClient` of the manifest. */
export type Platform = 'web' | 'spa' | 'public-client';

/** A redirect URI to register. `pattern` holds value ids in braces: `https://{customerHost}.ipmcloud.de`. */
export interface RedirectDefinition extends MayDepend {
  readonly platform: Platform;
  readonly pattern: string;
}

/** How the app proves who it is. A public client has no credential at all. */
export interface CredentialDefinition extends MayDepend {
  readonly kind: 'secret' | 'certificate';
  /** The longest life the vendor or Microsoft allows, in months; the portal offers 24 at most. */
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

/** „Öffentliche Clientflows zulassen“: what the vendor demands; `unsaid` where the vendor's guide leaves it open. */
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
  /** The value whose account becomes owner of the registration, if the vendor asks for one. */
  readonly owner?: string | undefined;
  /** Empty where the vendor names none and they are asked for at sign-in. */
  readonly permissions: readonly PermissionDefinition[];
  readonly consent: 'administrator' | 'at-sign-in';
}

/** Which way the product gets its token. */
export type Grant = 'client-credentials' | 'authorization-code' | 'password' | 'device-code';

/** The token request. */
export interface TokenRequest extends MayDepend {
  readonly grant: Grant;
  readonly version: 'v1' | 'v2';
  /** What stands in the place of the tenant: the reader's tenant ID or one of Microsoft's words. */
  readonly tenant: 'tenantId' | 'common' | 'organizations' | 'consumers';
  readonly scopes: readonly string[];
  /** Whether the vendor says so or we read it from the rest. */
  readonly certainty: 'vendor' | 'inferred';
}

/** A mail server as Microsoft runs it. `starttls` begins in the clear and then switches; `tls` is encrypted from the first byte. */
export interface MailServer extends MayDepend {
  readonly protocol: 'smtp' | 'imap' | 'pop';
  readonly host: string;
  readonly port: number;
  readonly encryption: 'tls' | 'starttls';
  /** What the product's own form calls the encryption, where that differs. */
  readonly productEncryption?: string | undefined;
}

/** Where the content of a field of the product's form comes from. */
export type FieldSource =
  /** `or` is taken as long as the reader has not entered `value`. */
  | { readonly value: string; readonly or?: string | undefined }
  | { readonly fixed: string }
  | { readonly from: 'secret' | 'password' | 'token-endpoint' | 'scope' | 'reader' | 'empty' }
  | { readonly server: MailServer['protocol']; readonly part: 'host' | 'port' | 'encryption' };

/** How a field of the product's form is drawn. */
export type Control = 'text' | 'choice' | 'check' | 'button';

/** A field of the product's own form, labelled as on screen. */
export interface ProductField extends MayDepend {
  readonly label: string;
  readonly control: Control;
  /** Whether the product shows more after this text. */
  readonly begins: boolean;
  /** Other ways in which the vendor prints what belongs there. */
  readonly spellings?: readonly string[] | undefined;
  readonly source: FieldSource;
}

/** A form of the product, or a tab of one, drawn as a sketch. */
export interface ProductForm extends MayDepend {
  readonly id: string;
  /** As on screen. */
  readonly title: string;
  /** The tabs of the window, as on screen. */
  readonly tabs: readonly string[];
  /** The tab whose fields these are. */
  readonly tab?: string | undefined;
  readonly fields: readonly ProductField[];
}

/**
 * Who does a step or fixes an error, by Microsoft's least role or by their part in the company.
 * `consenting-administrator` stands for either role: which may consent depends on the type of the permission.
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

/** In which window a step happens. */
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
 * How a step stands to the way that everybody goes: on it (`required`), beside it (`extra`: of use, but the guide is
 * finished without it), or off it (`remedy`: only where something does not work).
 */
export type Standing = 'required' | 'extra' | 'remedy';

/** The part of the way that a step belongs to. */
export type StepGroup = 'before' | 'microsoft' | 'program' | 'afterwards';

/** One step. Its prose is `<lang>/<id>.mdx`. */
export interface StepDefinition extends MayDepend {
  /** Part of the address: English, short, never reused. */
  readonly id: string;
  readonly role: Role;
  readonly window: Window;
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /** The portal page that „Im Portal öffnen“ leads to: an id of `content/portal/pages.yml`. */
  readonly opens?: string | undefined;
  readonly standing: Standing;
  readonly group: StepGroup;
  /** The numbers of the facts that stand on this step (`IPM-08`). */
  readonly facts: readonly string[];
  /** Topics of errors that this step mends (`guideTopics` of the list of errors). */
  readonly mends: readonly string[];
}

/** What a product's set-up consists of, whether all branches stand in it or one. */
interface SetUp {
  /** The folder's name and the first part of the address. */
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

/** Tells the two kinds of guide apart for the compiler; no object has it. */
declare const branch: unique symbol;

/** A product's whole set-up as it is written, with all its branches. */
export interface Guide extends SetUp {
  readonly [branch]?: never;
}

/** The branch of a guide that applies; only `applicable` makes one. */
export interface ApplicableGuide extends SetUp {
  readonly [branch]: true;
}
