/**
 * The components that authors may use in MDX, with their attributes. `components/mdx.ts` maps each to its
 * Astro component. Attributes are plain texts; content contains no code.
 */

/** What an attribute's text must refer to. */
export type Reference =
  | 'value'
  | 'label'
  | 'label-path'
  | 'step'
  | 'page'
  | 'script'
  | 'note-kind'
  | 'page-version'
  | 'redirect'
  | 'form'
  | 'picture'
  | 'dot'
  | 'shared'
  | 'fact'
  | 'term'
  | 'choice'
  | 'option'
  | 'protocols'
  | 'pasted'
  | 'text';

interface AuthorComponent {
  /** Attributes; those ending in `?` are optional. */
  readonly attributes: Readonly<Record<string, Reference>>;
  readonly content: 'none' | 'text' | 'blocks';
  /** Whether it asks the reader for the value or choice it names. */
  readonly asks?: true;
  /** Whether it connects to Microsoft, on a click, which its page's policy must allow. */
  readonly connects?: true;
}

/** All components for authors. */
export const authorComponents = {
  Label: { attributes: { id: 'label' }, content: 'none' },
  Path: { attributes: { to: 'label-path' }, content: 'none' },
  ProductLabel: { attributes: {}, content: 'text' },
  ProductPath: { attributes: {}, content: 'text' },
  Value: { attributes: { of: 'value', 'or?': 'value' }, content: 'none' },
  Copy: { attributes: {}, content: 'text' },
  ValueField: { attributes: { value: 'value' }, content: 'none', asks: true },
  RedirectUris: { attributes: { 'only?': 'redirect' }, content: 'none' },
  Permissions: { attributes: {}, content: 'none' },
  SecretCheck: { attributes: {}, content: 'none' },
  SecretExpiry: { attributes: {}, content: 'none' },
  ProductForm: { attributes: { id: 'form' }, content: 'none' },
  SettingsCheck: { attributes: { of: 'pasted' }, content: 'none' },
  FormCheck: { attributes: { id: 'form' }, content: 'none' },
  Product: { attributes: {}, content: 'none' },
  AppName: { attributes: {}, content: 'none' },
  AccountType: { attributes: {}, content: 'none' },
  TokenEndpoint: { attributes: {}, content: 'none' },
  TenantLookUp: { attributes: {}, content: 'none', connects: true },
  DryRun: { attributes: {}, content: 'none' },
  AdminConsent: { attributes: {}, content: 'none' },
  TokenReader: { attributes: {}, content: 'none' },
  SignInTest: { attributes: {}, content: 'none', connects: true },
  EndpointCheck: { attributes: {}, content: 'none' },
  Scope: { attributes: {}, content: 'none' },
  ScopeCheck: { attributes: {}, content: 'none' },
  MailServers: { attributes: { 'only?': 'protocols' }, content: 'none' },
  MailApps: { attributes: {}, content: 'none' },
  ServerCheck: { attributes: {}, content: 'none' },
  Choice: { attributes: { value: 'choice' }, content: 'none', asks: true },
  When: { attributes: { value: 'choice', is: 'option' }, content: 'blocks' },
  Term: { attributes: { id: 'term' }, content: 'text' },
  Fact: { attributes: { id: 'fact' }, content: 'none' },
  Shared: { attributes: { of: 'shared' }, content: 'none' },
  Commands: { attributes: { id: 'script' }, content: 'none' },
  Note: { attributes: { kind: 'note-kind' }, content: 'blocks' },
  More: { attributes: { title: 'text' }, content: 'blocks' },
  PortalPicture: { attributes: { id: 'picture' }, content: 'none' },
  Dot: { attributes: { at: 'dot' }, content: 'none' },
  AuthenticationPage: { attributes: { version: 'page-version' }, content: 'blocks' },
  StepLink: { attributes: { to: 'page' }, content: 'text' },
  Result: { attributes: {}, content: 'blocks' },
  Otherwise: { attributes: {}, content: 'blocks' },
  Basis: { attributes: {}, content: 'blocks' },
  Case: { attributes: { shows: 'text', 'step?': 'step' }, content: 'blocks' },
  Products: { attributes: {}, content: 'none' },
  LinkKeys: { attributes: {}, content: 'none' },
  Ask: { attributes: {}, content: 'none' },
  Doors: { attributes: {}, content: 'blocks' },
  Door: { attributes: { title: 'text' }, content: 'blocks' },
  GuideLinks: { attributes: { to: 'text' }, content: 'none' },
} as const satisfies Record<string, AuthorComponent>;

/** The name of a component for authors. */
export type AuthorComponentName = keyof typeof authorComponents;

/** Whether authors may use a component of this name. */
export function isAuthorComponent(name: string): name is AuthorComponentName {
  return Object.hasOwn(authorComponents, name);
}

/** The rule for a component; undefined for an unknown name. */
export function ruleOf(name: string): AuthorComponent | undefined {
  return isAuthorComponent(name) ? authorComponents[name] : undefined;
}

/** The kinds of note; their titles are the words `note.…`. */
export const noteKinds = [
  'trap',
  'security',
  'vendor',
  'microsoft',
  'inferred',
  'open',
  'outdated',
] as const;
