/**
 * The closed list of what the checks of pasted settings can find, and the details each finding carries.
 * The words are in `content/words/<lang>.json` under `findings`.
 */

/** Per code: the names of the details that its sentence may use as `{placeholder}`. Details are plain text from the reader or from the guide. */
export const findingParameters = {
  // token endpoint
  'endpoint-right': [],
  'endpoint-missing': [],
  'endpoint-unreadable': [],
  'endpoint-several': [],
  'endpoint-is-only-tenant': [],
  'endpoint-odd-characters': [],
  'endpoint-blank-inside': ['before'],
  'endpoint-trailing': ['found'],
  'endpoint-http': [],
  'endpoint-scheme': [],
  'endpoint-wrong-host': ['host', 'expected'],
  'endpoint-no-tenant': [],
  'endpoint-placeholder': ['text'],
  'endpoint-word': ['word'],
  'endpoint-word-expected': ['word'],
  'endpoint-tenant-differs': ['found', 'expected'],
  'endpoint-tenant-domain': ['domain'],
  'endpoint-tenant-form': ['text'],
  'endpoint-no-path': [],
  'endpoint-version-v1': [],
  'endpoint-version-v2': [],
  'endpoint-mixed': ['found'],
  'endpoint-not-token': ['purpose'],
  'endpoint-path': ['path'],
  'endpoint-capitals': [],

  // scope
  'scope-right': [],
  'scope-unjudged': [],
  'scope-empty': [],
  'scope-unreadable': [],
  'scope-separator': ['separator'],
  'scope-v1-resource': ['resource'],
  'scope-graph-resource': ['name'],
  'scope-other-host': ['found', 'expected'],
  'scope-spelling': ['found', 'expected'],
  'scope-case': ['name'],
  'scope-app-name': ['name'],
  'scope-two-resources': ['resources'],
  'scope-default-mixed': [],
  'scope-missing': ['name'],
  'scope-no-offline-access': [],
  'scope-surplus': ['name'],
  'scope-twice': ['name'],

  // mail server
  'server-right': [],
  'server-protocol-unexpected': ['protocol'],
  'server-host-missing': ['expected'],
  'server-wrong-host': ['host', 'expected'],
  'server-port-unreadable': ['port', 'expected'],
  'server-wrong-protocol-port': ['port', 'found', 'protocol', 'expected'],
  'server-port-not-offered': ['port', 'expected'],
  'server-port-plain': ['port', 'expected'],
  'server-port-alternative': ['port', 'expected'],
  'server-wrong-port': ['port', 'expected'],
  'server-port-tls': ['port', 'encryption'],
  'server-port-starttls': ['port', 'encryption'],
  'server-none-encryption': ['expected'],
  'server-encryption-automatic': ['expected'],
  'server-encryption-unknown': ['encryption', 'expected'],
  'server-wrong-encryption': ['encryption', 'expected'],
  'server-product-word': ['word', 'encryption'],
} as const satisfies Record<string, readonly string[]>;

/** Every code that a finding can have. */
export type FindingCode = keyof typeof findingParameters;

/** What a check has found: a code, and the details that its sentence needs. */
export type Finding = {
  readonly [Code in FindingCode]: { readonly code: Code } & Readonly<
    Record<(typeof findingParameters)[Code][number], string>
  >;
}[FindingCode];

/** Findings worth saying that are no fault: with these alone the setting is right. */
export const harmlessFindings: ReadonlySet<FindingCode> = new Set([
  'endpoint-right',
  'endpoint-word-expected',
  'endpoint-tenant-domain',
  'endpoint-capitals',
  'scope-right',
  'scope-unjudged',
  'scope-other-host',
  'scope-twice',
  'server-right',
  'server-port-alternative',
  'server-encryption-automatic',
  'server-product-word',
]);

/** The answer of a check. */
export interface Findings {
  /** Never empty. When it is right, the code that says so comes first, before what is only worth saying. */
  readonly findings: readonly Finding[];
  readonly right: boolean;
}

/** The answer of a check that can also say how the text should read: only where it is not right, and its right form known. */
export interface TextFindings extends Findings {
  readonly corrected?: string;
}

/** The answer for these findings: `saysRight` goes first unless one of them is a fault. */
export function judged(findings: readonly Finding[], saysRight: Finding): Findings {
  const right = findings.every(({ code }) => harmlessFindings.has(code));
  return { findings: right ? [saysRight, ...findings] : findings, right };
}
