/** What changed in a guide, as an Atom feed. */
import type { APIRoute } from 'astro';
import { loadGuide } from '../../../read-model/guide-data.ts';
import { newsFeed } from '../../../read-model/news.ts';
import { everyGuide } from '../../../read-model/routes.ts';

/** One feed per guide and language. */
export const getStaticPaths = everyGuide;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The feed. */
export const GET: APIRoute<Props> = async ({ props: { language, guide }, site }) =>
  new Response(newsFeed(language, site, (await loadGuide(guide, language)).guide));
