/** The schema of `/<guide>.json`. */
import type { APIRoute } from 'astro';
import { publishedGuideSchema } from '../../content-model/guide-document.ts';

/** The schema. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(publishedGuideSchema(site), null, 2)}\n`);
