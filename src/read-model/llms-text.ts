/** `/llms.txt`: what the site is and where its texts are, in Markdown by llmstxt.org. In English, which its readers expect. */

import { address } from '../i18n/addresses.ts';
import { sourceLanguage, type Language } from '../i18n/languages.ts';
import { say as sayIn } from '../i18n/site-words.ts';
import { allGuides, loadGuide } from './guide-data.ts';
import { rolesText, titleOf } from './page-context.ts';

const language: Language = 'en';

/** The text, given the site's address. */
export async function llmsText(site: string | URL | undefined): Promise<string> {
  const say = sayIn(language);
  const link = (text: string, path: string, more: string) =>
    `- [${text}](${new URL(path, site).href}): ${more}`;
  const guides = await Promise.all(
    (await allGuides()).map(async ({ id, product, steps }) => {
      const context = await loadGuide(id, language);
      const lines = steps.map((step) => {
        const { text, lang } = titleOf(context, step.id);
        const role = rolesText(say, step);
        return link(
          text,
          `${address(lang ?? language, id, step.id).slice(0, -1)}.md`,
          say('llms.step', { role, minutes: step.minutes }),
        );
      });
      return [
        `## ${product}`,
        '',
        link(say('llms.data', { product }), `/${id}.json`, say('llms.data-more')),
        ...lines,
        '',
      ].join('\n');
    }),
  );
  const pages = [
    link(say('errors.title'), address(language, 'errors'), say('errors.description')),
    link(say('glossary.title'), address(language, 'glossary'), say('glossary.description')),
  ];
  return [
    `# ${say('site.name')}`,
    '',
    `> ${say('llms.summary')}`,
    '',
    say('llms.languages', { address: new URL(address(sourceLanguage), site).href }),
    '',
    ...guides,
    '## Optional',
    '',
    ...pages,
    '',
  ].join('\n');
}
