import formWords from 'lotse-words:check.,difference.';
import endpointWords from 'lotse-words:findings.endpoint-';
import scopeWords from 'lotse-words:findings.scope-';
import type { Finding } from '../../domain/compare/findings.ts';
import type { TokenRequest, Values } from '../../domain/guide/guide.ts';
import { fillTemplate, type Segment } from '../../domain/values/template.ts';
import { $values } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, sayFinding, withWords } from '../page-speaker.ts';
import { showAnswers, toneOf, type Answer } from './tone.ts';

interface Result {
  readonly answers: readonly Answer[];
  readonly corrected?: string | undefined;
}

interface ExpectedField {
  readonly label: string;
  readonly segments: readonly Segment[];
  readonly begins: boolean;
}

function answersOf(findings: readonly Finding[]): readonly Answer[] {
  return findings.map((finding) => ({ tone: toneOf(finding), text: sayFinding(finding) }));
}

async function checkedEndpoint(
  text: string,
  expected: TokenRequest,
  { tenantId }: Values,
): Promise<Result> {
  const { checkEndpoint } = await withWords(
    import('../../domain/fields/endpoint-check.ts'),
    endpointWords,
  );
  const { findings, corrected } = checkEndpoint(text, {
    expected,
    ...(tenantId !== undefined && { tenantId }),
  });
  return { answers: answersOf(findings), corrected };
}

async function checkedScope(text: string, expected: TokenRequest): Promise<Result> {
  const { checkScope } = await withWords(import('../../domain/fields/scope.ts'), scopeWords);
  const { findings, corrected } = checkScope(text, expected);
  return { answers: answersOf(findings), corrected };
}

async function comparedForm(
  text: string,
  fields: readonly ExpectedField[],
  values: Values,
): Promise<Result> {
  const { compareLines, cutAfter } = await withWords(
    import('../../domain/compare/compare-lines.ts'),
    formWords,
  );
  // A field whose value the reader has not entered yet has nothing to compare with.
  const known = fields.flatMap(({ label, segments }) => {
    const filled = fillTemplate(segments, values);
    return filled.ok ? [{ label, value: filled.text }] : [];
  });
  const beginnings = fields.flatMap(({ segments, begins }) => {
    const filled = fillTemplate(segments, values);
    return begins && filled.ok ? [filled.text] : [];
  });
  const { lines, surplus, truncated } = compareLines(known, cutAfter(text, beginnings));
  const answers = lines.map((line): Answer => {
    const { label, value } = line;
    if (line.state === 'found') return { tone: 'right', text: pageSay('check.found', { label }) };
    if (line.state === 'missing') {
      return { tone: 'wrong', text: pageSay('check.missing', { label, value }) };
    }
    const kind = pageSay(`difference.${line.difference.kind}`, {});
    const { found } = line;
    return { tone: 'wrong', text: pageSay('check.differs', { label, kind, found, value }) };
  });
  const rest = surplus.map((line): Answer => {
    return { tone: 'odd', text: pageSay('check.surplus', { text: line }) };
  });
  const cut: readonly Answer[] = truncated
    ? [{ tone: 'odd', text: pageSay('check.truncated') }]
    : [];
  return { answers: [...cut, ...answers, ...rest] };
}

function check(kind: string, text: string, expected: unknown): Promise<Result> {
  const values = $values.get();
  switch (kind) {
    case 'endpoint':
      return checkedEndpoint(text, expected as TokenRequest, values);
    case 'scope':
      return checkedScope(text, expected as TokenRequest);
    default:
      return comparedForm(text, expected as readonly ExpectedField[], values);
  }
}

const nothing: Result = { answers: [] };

/** Looks at what was pasted, on this page only, and says what is right and what is not. */
export class PasteCheck extends LotseElement {
  /** Whether the reader has left the field: then the answer is said, too. */
  #isLeft = false;

  protected override connect(): void {
    const field = this.inner('textarea', HTMLTextAreaElement);
    this.hidden = false;
    this.on(field, 'input', () => {
      this.#check(field, false);
    });
    this.on(field, 'change', () => {
      this.#check(field, true);
    });
    this.follow($values, () => {
      this.#check(field, false);
    });
  }

  #check(field: HTMLTextAreaElement, left: boolean): void {
    const text = field.value;
    const values = $values.get();
    this.#isLeft = left;
    if (text.trim() === '') {
      this.stopWaiting();
      this.#show(nothing);
      return;
    }
    this.await(
      () => check(this.given('kind'), text, JSON.parse(this.given('expected'))),
      field,
      (result, late) => {
        // An answer to a text or to values that have changed meanwhile would be wrong.
        if (field.value !== text || $values.get() !== values) {
          this.#check(field, this.#isLeft || late);
          return;
        }
        this.#show(result);
        if (!this.#isLeft && !late) return;
        announce(result.answers.map((answer) => answer.text).join(' '));
      },
    );
  }

  #show({ answers, corrected }: Result): void {
    showAnswers(this.inner('[data-lotse-findings]'), answers);
    const box = this.inner('[data-lotse-corrected]');
    box.hidden = corrected === undefined;
    const code = box.querySelector('code');
    if (code) code.textContent = corrected ?? '';
    const button = box.querySelector('button');
    if (button) button.hidden = corrected === undefined;
  }
}
