/** All pages for search engines, each with its translations (sitemaps.org; alternates by Google, read 2026-11-30). */

import type { APIRoute } from 'astro';
import { sitemap } from '../read-model/sitemap.ts';

/** Serves it. */
export const GET: APIRoute = ({ site }) =>
  new Response(sitemap(site), { headers: { 'Content-Type': 'application/xml' } });
