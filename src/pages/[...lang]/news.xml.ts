/** What changed, as an Atom feed. */
import type { APIRoute } from 'astro';
import { newsFeed } from '../../read-model/news.ts';
import { everyLanguage } from '../../read-model/routes.ts';

/** One feed per language. */
export const getStaticPaths = everyLanguage;

type Props = ReturnType<typeof getStaticPaths>[number]['props'];

/** The feed. */
export const GET: APIRoute<Props> = ({ props, site }) =>
  new Response(newsFeed(props.language, site));
