import { describe, expect, test } from 'vitest';
import { checkTerms } from '../../src/content-model/check-terms.ts';
import { Report } from '../../src/content-model/report.ts';

const glossary = `client-secret:
  term: Clientschlüssel
  text: Ein langes Kennwort.
  also: [Geheimnis]
  refused: [Geheimnis*, Client Secret]
`;

function mistakesIn(file: string, text: string, terms = glossary) {
  const report = new Report();
  checkTerms(
    new Map([
      ['glossary/de.yml', terms],
      [file, text],
    ]),
    report,
  );
  return report.mistakes;
}

const step = 'guides/bm/de/client-secret.mdx';
const expected = '“Clientschlüssel”, as glossary/de.yml has it';

describe('terms', () => {
  test.each([
    ['a step', step, '---\ntitle: Eins\n---\n\nDas Geheimnis läuft ab.', 5, 'Geheimnis'],
    ['a form of the word', step, 'Wert\ndes Geheimnisses', 2, 'Geheimnisses'],
    ['a part of a compound', step, 'Das Client-Geheimnis', 1, 'Geheimnis'],
    ['a title', step, '---\ntitle: Geheimnis anlegen\n---\n', 2, 'Geheimnis'],
    ['words of the site', 'words/de.json', '{\n  "a.b": "Ein Geheimnis."\n}', 2, 'Geheimnis'],
    ['an error', 'errors/de.yml', 'one:\n  title: Das Client Secret fehlt\n', 2, 'Client Secret'],
    ['shared prose', 'shared/de/note.mdx', 'Ein **Geheimnis**', 1, 'Geheimnis'],
    ['a page', 'pages/de/start.mdx', 'Geheimnisse', 1, 'Geheimnisse'],
  ])('a refused word in %s is told with its line and its term', (_, file, text, line, word) => {
    expect(mistakesIn(file, text)).toEqual([
      { file: `src/content/${file}`, line, found: `“${word}”`, expected },
    ]);
  });

  test.each([
    ['the term itself', step, 'Der Clientschlüssel läuft ab.'],
    ['a longer word of its own', step, 'geheimnisvoll'],
    ['a compound of a word refused alone', step, 'Die Client Secret-ID ist nicht geheim.'],
    ['a label of the product', step, '<ProductLabel>Geheimnis</ProductLabel>'],
    ['a quotation', step, 'Dort steht „Geheimnis“.'],
    ['code', step, '`Geheimnis`'],
    ['an attribute', step, '<StepLink to="Geheimnis">hier</StepLink>'],
    [
      'the title of a source',
      step,
      '---\ntitle: Eins\nsources:\n  - title: Das Geheimnis\n    kind: vendor\n---\n',
    ],
    ['a key', 'errors/de.yml', 'Geheimnis: eins\n'],
    ['another language', 'guides/bm/en/client-secret.mdx', 'Geheimnis'],
    ['data', 'guides/bm/guide.yml', 'name: Geheimnis\n'],
  ])('%s is no mistake', (_, file, text) => {
    expect(mistakesIn(file, text)).toEqual([]);
  });

  test('a mistake in a glossary is reported with its line', () => {
    const [mistake] = mistakesIn(step, '', 'one:\n  term: Eins\n');
    expect(mistake).toMatchObject({ file: 'src/content/glossary/de.yml' });
  });
});
