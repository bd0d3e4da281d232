/** The site for language models, in the form of llmstxt.org. */
import type { APIRoute } from 'astro';
import { llmsText } from '../read-model/llms-text.ts';

/** The text. */
export const GET: APIRoute = async ({ site }) => new Response(await llmsText(site));
