/** Each guide for machines; its form is `/schema/guide-1.json`. */
import type { APIRoute } from 'astro';
import { allGuides } from '../read-model/guide-data.ts';
import { guideDocument } from '../read-model/guide-document.ts';

/** One document per guide, the same for all languages. */
export const getStaticPaths = async () =>
  (await allGuides()).map((guide) => ({ params: { guide: guide.id }, props: { guide } }));

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The document. */
export const GET: APIRoute<Props> = async ({ props, site }) =>
  new Response(`${JSON.stringify(await guideDocument(props.guide, site), null, 2)}\n`);
