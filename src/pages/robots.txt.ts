/** `/robots.txt`: everything may be read, and where the sitemap is. */

import type { APIRoute } from 'astro';

/** Serves it. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL('/sitemap.xml', site).href}\n`);
