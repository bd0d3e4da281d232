/**
 * A guide for machines, `/<guide>.json`, with its published schema. The schema has a version in its address and is never
 * changed in a way that a reader of older documents would notice: a different one is `guide-2`.
 */

import { z } from 'astro/zod';
import { roles, standings, stepGroups, windows } from '../domain/guide/guide.ts';

/** The address of the schema, below the site's. */
export const guideSchemaPath = '/schema/guide-1.json';

const inLanguages = (what: string) =>
  z
    .record(z.string(), z.string().min(1))
    .describe(`${what}, by language; a language is missing while it is not translated`);

const when = z
  .record(z.string(), z.string())
  .optional()
  .describe('applies only if these options were chosen, by the id of their choice');

const value = z.strictObject({
  id: z.string().describe('the key in links: /ipm-cloud/#customerHost=…'),
  kind: z.enum([
    'tenant-id',
    'client-id',
    'object-id',
    'host',
    'sub-domain',
    'mailbox',
    'mailboxes',
    'organisation',
    'date',
    'choice',
  ]),
  label: inLanguages('its name'),
  optional: z.boolean().describe('whether the guide can be finished without it'),
  sample: z.string().describe('a made-up value'),
  domain: z.string().optional().describe('of a sub-domain: the domain it is below'),
  options: z.array(z.string()).optional().describe('of a choice; the first applies by default'),
});

const registration = z.strictObject({
  name: z.string().describe('suggested display name'),
  audience: z.enum(['single-tenant', 'multi-tenant', 'multi-tenant-and-personal', 'personal']),
  redirects: z.array(
    z.strictObject({
      platform: z.enum(['web', 'spa', 'public-client']),
      pattern: z.string().describe('the URI, with the ids of values in braces'),
      when,
    }),
  ),
  implicitGrant: z.strictObject({ accessTokens: z.boolean(), idTokens: z.boolean() }),
  publicClientFlows: z.array(
    z.strictObject({
      setting: z.enum(['yes', 'no', 'unsaid']).describe('unsaid: the vendor leaves it open'),
      when,
    }),
  ),
  credentials: z
    .array(
      z.strictObject({
        kind: z.enum(['secret', 'certificate']),
        maxMonths: z.int().min(1).describe('longest validity'),
        when,
      }),
    )
    .describe('empty for a public client'),
  owner: z.string().optional().describe('the id of the value whose account is the owner'),
  permissions: z.array(
    z.strictObject({
      api: z.enum(['graph', 'exchange-online']),
      name: z.string(),
      id: z.guid().nullable().describe('Microsoft’s id; null if Microsoft publishes none'),
      type: z.enum(['application', 'delegated']),
      when,
    }),
  ),
  consent: z.enum(['administrator', 'at-sign-in']),
});

const tokenRequest = z.strictObject({
  grant: z.enum(['client-credentials', 'authorization-code', 'password', 'device-code']),
  version: z.enum(['v1', 'v2']),
  endpoint: z.string().describe('with {tenantId} where the reader’s tenant belongs'),
  scopes: z.array(z.string()),
  certainty: z.enum(['vendor', 'inferred']).describe('whether the vendor says so'),
  when,
});

const mailServer = z.strictObject({
  protocol: z.enum(['smtp', 'imap', 'pop']),
  host: z.string(),
  port: z.int().min(1).max(65535),
  encryption: z.enum(['tls', 'starttls']),
  when,
});

const source = z.strictObject({
  title: z.string(),
  kind: z.enum(['vendor', 'microsoft', 'inferred', 'field']).describe('who says it'),
  url: z.url().optional(),
  checked: z.iso.date().describe('the day it was last checked'),
});

const step = z.strictObject({
  id: z.string(),
  title: inLanguages('its title'),
  address: z.record(z.string(), z.url()).describe('by language; German where untranslated'),
  role: z.enum(roles).describe('who carries it out'),
  window: z.enum(windows).describe('where'),
  minutes: z.int().min(1),
  standing: z.enum(standings).describe('whether it belongs to the way'),
  group: z.enum(stepGroups),
  sources: z.array(source),
  when,
});

const fact = z.strictObject({
  id: z.string(),
  title: inLanguages('what it is about'),
  text: inLanguages('the fact'),
  date: z.iso.date().optional().describe('the day on which it happens or happened'),
  certainty: z.enum(['high', 'medium', 'low', 'unknown']),
  source: z.string(),
  url: z.url().optional(),
  checked: z.iso.date().describe('the day it was last checked'),
});

/** The schema of `/<guide>.json`. */
export const guideDocumentSchema = z.strictObject({
  $schema: z.url(),
  id: z.string().describe('the first part of the addresses'),
  product: z.string().describe('the program, as its vendor writes it'),
  title: inLanguages('the title of the guide'),
  summary: inLanguages('the outcome in one sentence'),
  address: z.record(z.string(), z.url()).describe('of the overview, by language'),
  values: z.array(value).describe('what readers have of their own; a secret is never among them'),
  registration: registration.describe('the app registration in Microsoft Entra'),
  tokenRequests: z.array(tokenRequest),
  mailServers: z.array(mailServer),
  smtpAuth: z.enum(['needed', 'not-needed']),
  steps: z.array(step).describe('in their order'),
  facts: z.array(fact).describe('what Microsoft changes or has changed, as far as steps say so'),
});

/** A guide for machines. */
export type GuideDocument = z.infer<typeof guideDocumentSchema>;

/** The published JSON Schema, given the site's address. */
export function publishedGuideSchema(site: string | URL | undefined): object {
  const { $schema, ...rest } = z.toJSONSchema(guideDocumentSchema);
  return {
    $schema,
    $id: new URL(guideSchemaPath, site).href,
    title: 'A guide of Postlotse, version 1',
    ...rest,
  };
}
