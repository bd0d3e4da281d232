/** The schemas of the ready replies to customers, and their check. */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import {
  knownIn,
  placeholdersIn,
  replyFrame,
  replyNeeds,
  replyPlaceholders,
  standIns,
  type ReplyParagraph,
} from '../domain/support/replies.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import { errorsSchema, errorTopics } from './errors.ts';
import type { Located } from './mistake.ts';
import type { Report } from './report.ts';

/** In characters, of a paragraph and of all paragraphs of a reply: customers read a short mail, and act on it. */
export const replyLimits = { paragraph: 400, text: 800 } as const;

const sentence = z.string().min(1).max(replyLimits.paragraph);
const paragraph = z.union([sentence, z.array(sentence).min(2)]);
const paragraphs = z
  .array(paragraph)
  .min(1)
  .refine((all) => longest(all) <= replyLimits.text, {
    error: `at most ${String(replyLimits.text)} characters in all`,
  });

function longest(all: readonly ReplyParagraph[]): number {
  const lengths = all.map((one) => Math.max(...[one].flat().map(({ length }) => length)));
  return lengths.reduce((sum, length) => sum + length, 0);
}

const replyWords = z.strictObject({
  title: z.string().min(1).max(60).describe('its name in the list'),
  text: paragraphs,
});

/** `replies/replies.yml`: when each reply is offered. */
export const replyRulesSchema = z.record(
  z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  z.strictObject({
    errors: z.array(z.string()).default([]).describe('ids of errors/errors.yml'),
    topics: z.array(z.enum(errorTopics)).default([]).describe('what it is about in general'),
    needs: z.enum(replyNeeds).optional().describe('what a set-up without it has no use for'),
  }),
);

/** `replies/<lang>.yml`. */
export const replyWordsSchema = z.strictObject({
  frame: z.record(z.enum(replyFrame), z.array(sentence).length(1)),
  'stand-ins': z.record(z.enum(standIns), replyWords),
  replies: z.record(z.string(), replyWords),
});

const wordsFile = /^replies\/([a-z]{2})\.yml$/;
const rulesFile = 'replies/replies.yml';

/** Reports placeholders that no reply has, and those that would leave a hole where they are unknown. */
function checkParagraphs(
  file: string,
  path: readonly (string | number)[],
  all: readonly ReplyParagraph[],
  { located, report, known }: { located: Located; report: Report; known: readonly string[] },
): void {
  all.forEach((one, index) => {
    const line = located.lineOf([...path, index]);
    const choices = [one].flat();
    const used = choices.flatMap(placeholdersIn);
    for (const name of used.filter((each) => !isPlaceholder(each))) {
      report.add(file, line, `{${name}}`, `one of: ${replyPlaceholders.join(', ')}`);
    }
    const holes = placeholdersIn(choices.at(-1) ?? '').filter((name) => !known.includes(name));
    for (const name of holes.filter(isPlaceholder)) {
      report.add(file, line, `{${name}}, which may be unknown`, 'a last text without it');
    }
  });
}

function isPlaceholder(name: string): boolean {
  return (replyPlaceholders as readonly string[]).includes(name);
}

function checkWordsFile(
  [file, text]: readonly [string, string],
  ids: readonly string[],
  report: Report,
): void {
  const read = report.read(file, text, replyWordsSchema);
  if (!read) return;
  const { data, located } = read;
  report.compareIds(file, located, ['replies'], Object.keys(data.replies), {
    ids,
    list: 'replies.yml',
  });
  const check = (path: readonly string[], all: readonly ReplyParagraph[], id: string): void => {
    checkParagraphs(file, path, all, { located, report, known: knownIn(id) });
  };
  for (const [id, all] of Object.entries(data.frame)) check(['frame', id], all, id);
  for (const part of ['stand-ins', 'replies'] as const) {
    for (const [id, { text: all }] of Object.entries(data[part]))
      check([part, id, 'text'], all, id);
  }
}

/** Reports mistakes in `replies/`. A language without them gets the German ones. */
export function checkReplies(files: ContentFiles, report: Report): void {
  const rules = files.get(rulesFile);
  if (rules === undefined) return;
  const read = report.read(rulesFile, rules, replyRulesSchema);
  if (!read) return;
  const errors = errorsSchema.safeParse(parse(files.get('errors/errors.yml') ?? '{}'));
  for (const [id, rule] of Object.entries(read.data)) {
    for (const error of rule.errors.filter((one) => !Object.hasOwn(errors.data ?? {}, one))) {
      const line = read.located.lineOf([id, 'errors']);
      if (errors.success) report.add(rulesFile, line, `“${error}”`, 'an id of errors/errors.yml');
    }
  }
  const source = `replies/${sourceLanguage}.yml`;
  if (!files.has(source)) report.add(source, 1, 'no such file', 'the replies');
  for (const [file, text] of filesLike(files, wordsFile)) {
    checkWordsFile([file, text], Object.keys(read.data), report);
  }
}
