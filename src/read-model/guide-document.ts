/** A guide for machines: what its pages are made from. */

import { getCollection, getEntry } from 'astro:content';
import {
  guideDocumentSchema,
  guideSchemaPath,
  type GuideDocument,
} from '../content-model/guide-document.ts';
import { namedIn } from '../content-model/prose-parts.ts';
import type { Guide, PermissionDefinition, ValueDefinition } from '../domain/guide/guide.ts';
import { findPermission } from '../domain/registration/permissions.ts';
import { tokenEndpointTemplate } from '../domain/registration/token-endpoint.ts';
import { address } from '../i18n/addresses.ts';
import { languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import { componentsAt, guideWords, loadGuide, stepProse, type GuideWords } from './guide-data.ts';

/** A text by language; without those languages that lack it. */
function byLanguage(
  text: (language: Language) => string | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    languageCodes.flatMap((code) => {
      const said = text(code);
      return said === undefined ? [] : [[code, said]];
    }),
  );
}

type Site = string | URL | undefined;

function addresses(site: Site, ...parts: readonly string[]): Readonly<Record<string, string>> {
  return byLanguage((code) => new URL(address(code, ...parts), site).href);
}

/** The words of each language that has its own. */
async function ownWords(id: string): Promise<ReadonlyMap<Language, GuideWords>> {
  const own = await Promise.all(
    languageCodes.map(async (code) => [code, await guideWords(id, code)] as const),
  );
  const source = own.find(([code]) => code === sourceLanguage)?.[1];
  return new Map(own.filter(([code, words]) => code === sourceLanguage || words !== source));
}

function valueOf(value: ValueDefinition, words: ReadonlyMap<Language, GuideWords>) {
  return {
    id: value.id,
    kind: value.kind,
    label: byLanguage((code) => words.get(code)?.values[value.id]?.label),
    optional: value.optional,
    sample: value.sample,
    ...('domain' in value && { domain: value.domain }),
    ...('options' in value && { options: [...value.options] }),
  };
}

function permissionOf({ api, name, type, when }: PermissionDefinition) {
  return { api, name, id: findPermission(api, name, type)?.id ?? null, type, when };
}

async function stepsOf(guide: Guide, site: Site) {
  const contexts = await Promise.all(
    languageCodes.map(async (code) => [code, await loadGuide(guide.id, code)] as const),
  );
  const titles = new Map(contexts);
  return Promise.all(
    guide.steps.map(async ({ id, role, window, minutes, standing, group, when }) => {
      const { entry } = await stepProse(guide.id, id, sourceLanguage);
      const title = byLanguage((code) => {
        const one = titles.get(code)?.titles.get(id);
        return one?.lang === undefined ? one?.text : undefined;
      });
      const address = addresses(site, guide.id, id);
      const { sources } = entry.data;
      return { id, title, address, role, window, minutes, standing, group, sources, when };
    }),
  );
}

/** The dated facts that the guide's steps say. */
async function factsOf(guide: Guide) {
  const used = await Promise.all(
    guide.steps.map(async ({ id }) =>
      namedIn(await componentsAt(guide.id, id, sourceLanguage), 'fact'),
    ),
  );
  const words = new Map((await getCollection('factWords')).map(({ id, data }) => [id, data]));
  return Promise.all(
    [...new Set(used.flat())].map(async (id) => {
      const entry = await getEntry('facts', id);
      if (!entry) throw new Error(`There is no fact “${id}”`);
      const { 'max-age-days': _, ...data } = entry.data;
      const word = (key: 'title' | 'text') => byLanguage((code) => words.get(code)?.[id]?.[key]);
      return { id, title: word('title'), text: word('text'), ...data };
    }),
  );
}

/** The document of a guide. @throws if it does not have the published form. */
export async function guideDocument(guide: Guide, site: Site): Promise<GuideDocument> {
  const words = await ownWords(guide.id);
  const { registration } = guide;
  return guideDocumentSchema.parse({
    $schema: new URL(guideSchemaPath, site).href,
    id: guide.id,
    product: guide.product,
    title: byLanguage((code) => words.get(code)?.title),
    summary: byLanguage((code) => words.get(code)?.summary),
    address: addresses(site, guide.id),
    values: guide.values.map((value) => valueOf(value, words)),
    registration: { ...registration, permissions: registration.permissions.map(permissionOf) },
    tokenRequests: guide.token.map(({ tenant, version, ...rest }) => ({
      ...rest,
      version,
      endpoint: tokenEndpointTemplate({ ...rest, tenant, version }),
    })),
    mailServers: guide.mailServers.map(({ productEncryption: _, ...server }) => server),
    smtpAuth: guide.smtpAuth,
    steps: await stepsOf(guide, site),
    facts: await factsOf(guide),
  });
}
