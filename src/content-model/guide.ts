/** The schema of `guide.yml`, with a description of every field; parsing yields the domain's `Guide`. */

import { z } from 'astro/zod';
import {
  roles,
  standings,
  stepGroups,
  windows,
  type Guide,
  type StepGroup,
} from '../domain/guide/guide.ts';

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: 'small letters, digits and single hyphens, beginning with a letter',
});

const when = {
  when: z
    .record(z.string(), z.string())
    .optional()
    .describe('applies only if these options were chosen, e.g. { clientType: public }'),
};

const valueBase = {
  id: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'letters and digits, beginning with a small letter' })
    .refine(
      (text) => !/secret|password|passwort|kennwort|token/i.test(text.replace('secretExpires', '')),
      {
        error: 'a value that is no secret: secrets are never stored or put into links',
      },
    )
    .describe('key in links and storage; a promise: never rename it'),
  sample: z.string().min(1).describe('made-up value, accepted by the same checks as a reader’s'),
  optional: z.boolean().default(false).describe('whether the guide can be finished without it'),
};

const value = z.discriminatedUnion('kind', [
  z.strictObject({
    ...valueBase,
    kind: z.literal('tenant-id').describe('directory (tenant) ID'),
    form: z.enum(['guid', 'guid-or-domain']).describe('whether the product also accepts a domain'),
  }),
  z.strictObject({
    ...valueBase,
    kind: z
      .enum(['client-id', 'object-id', 'host', 'mailbox', 'mailboxes', 'organisation'])
      .describe('a GUID, a full host name, one mail address or several, or a company’s name'),
  }),
  z.strictObject({
    ...valueBase,
    kind: z.literal('sub-domain').describe('one label below the product’s domain'),
    domain: z
      .string()
      .regex(/^[a-z0-9.-]+$/)
      .describe('the product’s domain, e.g. ipmcloud.de'),
    placeholders: z
      .array(z.string())
      .default([])
      .describe('placeholders in the vendor’s guide that are never the value'),
    shared: z.boolean().optional().describe('whether several customers have the same one'),
  }),
  z.strictObject({
    ...valueBase,
    kind: z.literal('date').describe('a calendar day'),
    maxMonths: z.int().min(1).max(120).describe('how far ahead it may be, in months'),
  }),
  z.strictObject({
    ...valueBase,
    kind: z.literal('choice').describe('a choice between branches of the guide'),
    options: z.array(id).min(2).describe('the first applies until the reader chooses'),
  }),
]);

const registration = z.strictObject({
  name: z.string().min(1).max(120).describe('suggested display name of the registration'),
  audience: z
    .enum(['single-tenant', 'multi-tenant', 'multi-tenant-and-personal', 'personal'])
    .describe('supported account types'),
  redirects: z
    .array(
      z.strictObject({
        platform: z.enum(['web', 'spa', 'public-client']).describe('platform in the portal'),
        pattern: z
          .string()
          .min(1)
          .describe('the URI; value ids in braces: https://{customerHost}.de'),
        ...when,
      }),
    )
    .default([])
    .describe('redirect URIs in the order in which they are entered'),
  implicitGrant: z
    .strictObject({
      accessTokens: z.boolean().describe('checkbox „Zugriffstoken“'),
      idTokens: z.boolean().describe('checkbox „ID-Token“'),
    })
    .default({ accessTokens: false, idTokens: false })
    .describe('implicit grant'),
  publicClientFlows: z
    .array(
      z.strictObject({
        setting: z
          .enum(['yes', 'no', 'unsaid'])
          .describe('„Öffentliche Clientflows zulassen“; unsaid: the vendor leaves it open'),
        ...when,
      }),
    )
    .min(1)
    .describe('one entry, or one per branch'),
  credentials: z
    .array(
      z.strictObject({
        kind: z.enum(['secret', 'certificate']).describe('how the app authenticates'),
        maxMonths: z.int().min(1).max(120).describe('longest validity in months'),
        ...when,
      }),
    )
    .default([])
    .describe('none for a public client'),
  owner: z.string().optional().describe('id of the value whose account becomes the owner'),
  permissions: z
    .array(
      z.strictObject({
        api: z.enum(['graph', 'exchange-online']).describe('API that the permission belongs to'),
        name: z.string().min(1).describe('name in Microsoft’s list, e.g. Mail.Send'),
        type: z.enum(['application', 'delegated']).describe('Anwendung or Delegiert'),
        ...when,
      }),
    )
    .default([])
    .describe('empty if they are requested at sign-in'),
  consent: z.enum(['administrator', 'at-sign-in']).describe('who consents, and when'),
});

const token = z.strictObject({
  grant: z.enum(['client-credentials', 'authorization-code', 'password', 'device-code']),
  version: z.enum(['v1', 'v2']).describe('version of the endpoint'),
  tenant: z
    .enum(['tenantId', 'common', 'organizations', 'consumers'])
    .describe('the tenant part of the endpoint’s address'),
  scopes: z.array(z.string().min(1)).min(1),
  certainty: z.enum(['vendor', 'inferred']).describe('whether the vendor says so'),
  ...when,
});

const mailServer = z.strictObject({
  protocol: z.enum(['smtp', 'imap', 'pop']),
  host: z.string().min(1),
  port: z.int().min(1).max(65535),
  encryption: z.enum(['tls', 'starttls']).describe('as Microsoft’s server requires it'),
  productEncryption: z.string().optional().describe('its name in the product’s form'),
  ...when,
});

const productField = z
  .strictObject({
    label: z.string().min(1).describe('as on screen'),
    control: z
      .enum(['text', 'choice', 'check', 'button'])
      .default('text')
      .describe('how the field is drawn'),
    begins: z
      .boolean()
      .default(false)
      .describe('whether this text is only the start of what the product shows'),
    spellings: z
      .array(z.string().min(1))
      .optional()
      .describe('other spellings of the content in the vendor’s guide'),
    source: z
      .union([
        z.strictObject({ value: z.string(), or: z.string().optional() }),
        z.strictObject({ fixed: z.string() }),
        z.strictObject({
          from: z.enum(['secret', 'password', 'token-endpoint', 'scope', 'reader', 'empty']),
        }),
        z.strictObject({
          server: z.enum(['smtp', 'imap', 'pop']),
          part: z.enum(['host', 'port', 'encryption']),
        }),
      ])
      .describe(
        '{ value: id }, { value: id, or: other id }, { fixed: text }, { from: secret } or { server: smtp, part: host }',
      ),
    ...when,
  })
  .refine(
    ({ control, source }) =>
      control !== 'check' || !('fixed' in source) || /^(?:an|aus)$/.test(source.fixed),
    {
      error: '{ fixed: an } or { fixed: aus } for a box',
      path: ['source'],
    },
  );

const productForm = z.strictObject({
  id: id.describe('the id in <ProductForm id="…">'),
  title: z.string().min(1).describe('title of the window or part, as on screen'),
  tabs: z.array(z.string()).default([]).describe('tabs of the window, as on screen'),
  tab: z.string().optional().describe('the tab that these fields are on'),
  fields: z.array(productField).min(1).describe('in the order of the form'),
  ...when,
});

const step = z.strictObject({
  id: id.describe('part of the address; a promise: never rename it'),
  role: z.enum(roles),
  secondRole: z
    .enum(roles)
    .optional()
    .describe('needed as well where that role cannot do all of it'),
  window: z.enum(windows),
  minutes: z.int().min(1).max(240).describe('how long it takes'),
  opens: z.string().optional().describe('id of a page of portal/pages.yml'),
  standing: z
    .enum(standings)
    .default('required')
    .describe('required, useful but not required, or only if something does not work'),
  group: z
    .enum(stepGroups)
    .optional()
    .describe('the part of the guide; omitted if it follows from the window'),
  facts: z
    .array(z.string().regex(/^[A-Z]{2,4}-\d{2}$/, { error: 'a number such as IPM-08' }))
    .default([])
    .describe('vendor facts covered by this step'),
  mends: z.array(id).default([]).describe('topics of errors that this step fixes'),
  ...when,
});

/** `guide.yml`; the guide's id is its folder's name. */
export const guideSchema = z.strictObject({
  product: z.string().min(1).describe('the product’s name as the vendor writes it'),
  values: z.array(value).default([]).describe('the reader’s values'),
  registration,
  token: z.array(token).default([]).describe('the token request: one, or one per branch'),
  mailServers: z.array(mailServer).default([]),
  smtpAuth: z.enum(['needed', 'not-needed']).describe('whether the product sends by SMTP'),
  forms: z.array(productForm).default([]).describe('the product’s own forms, drawn as sketches'),
  steps: z.array(step).min(1),
});

/** A guide as written in its file. */
export type GuideFile = z.infer<typeof guideSchema>;

/** The part of the guide that a step belongs to: from its file, else from its window. */
function groupOf({ group, window }: GuideFile['steps'][number]): StepGroup {
  if (group !== undefined) return group;
  if (window === 'product') return 'program';
  return window === 'calendar' ? 'afterwards' : 'microsoft';
}

/** The domain's guide: with the id of its folder, and the group of each step. */
export function guideOf(id: string, file: GuideFile): Guide {
  return { id, ...file, steps: file.steps.map((one) => ({ ...one, group: groupOf(one) })) };
}
