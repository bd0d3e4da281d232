/** Texts as people have really pasted them into forums and tickets, retold; each with what the answer must say. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSettings, type SettingsReport } from '../../../src/domain/check/check-settings.ts';
import { expectation, type RealGuide } from './right.ts';
import { reportSaid } from './said.ts';

/** A text with the guide to compare it with, the step that findings lead to, and what is said of it. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  /** What kind of public report the case is taken from. */
  readonly source?: string;
  readonly expect: {
    readonly guide: RealGuide;
    readonly step?: string;
    /** Said; with `not:`, not said; with `means:`, what the sentences in `meanings` say. */
    readonly says: readonly string[];
  };
}

function casesOf(file: string): readonly Case[] {
  const text = readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as readonly Case[]).filter(({ kind }) => kind === 'check');
}

/** The sentences that say what a case of `field.json` means. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  'permissions-two-headings': [
    '„Mail.ReadWrite“ ist mit dem Typ „Delegiert“ eingetragen, verlangt ist „Anwendung“.',
    '„Mail.Send“ ist mit dem Typ „Delegiert“',
    '„MailboxFolder.Read.All“ ist mit dem Typ „Delegiert“',
    '„MailboxFolder.ReadWrite.All“ ist mit dem Typ „Delegiert“',
    '„SMTP.Send“ ist mit dem Typ „Anwendung“ eingetragen, verlangt ist „Delegiert“.',
    'Falsch: 5. Fehlt: 0. Zu viel: 0. Nicht zu erkennen: 1. Richtig: 0.',
  ],
  'permissions-heading-after-item': [
    '„IMAP.AccessAsApp“ (Office 365 Exchange Online) verlangt die Anleitung nicht.',
    'Falsch: 0. Fehlt: 0. Zu viel: 1. Nicht zu erkennen: 1. Richtig: 4.',
  ],
  'permissions-names-only': [
    '„Mail.Send“ ist eingetragen, aber der Text nennt den Typ nicht. Verlangt ist „Anwendung“',
    '„SMTP.Send“ ist eingetragen, aber der Text nennt den Typ nicht. Verlangt ist „Delegiert“',
    'Richtig: 0.',
  ],
  'permissions-one-bullet': [
    'Berechtigung eingetragen: Mail.Send (Anwendung)',
    'Berechtigung fehlt: Mail.ReadWrite (Typ: Anwendung',
    'Falsch: 0. Fehlt: 4. Zu viel: 0. Nicht zu erkennen: 1. Richtig: 1.',
  ],
  'permissions-az-grants': [
    'Berechtigung gewährt: IMAP.AccessAsUser.All (Delegiert)',
    'Berechtigung fehlt: POP.AccessAsUser.All',
    'Fehlt: 1. Zu viel: 0. Nicht zu erkennen: 0. Richtig: 3.',
  ],
  'manifest-fragment-wildcard': [
    'Sternchen statt der ganzen Adresse; Plattform muss „Web“ sein',
    'Der Text ist nur ein Teil des Manifests.',
  ],
  'form-scope-mixed': ['OAuth 2.0 Scope: „.default“ muss allein stehen.'],
  'powershell-command': [
    'Das ist ein Befehl und keine Ausgabe: Set-CASMailbox -Identity buchhaltung@muster.example -SmtpClientAuthenticationDisabled $true. Er verbietet das Senden mit SMTP',
    'Mit $false am Ende erlaubt er es.',
  ],
  'powershell-dsc': [
    'Die Richtlinie „Block Basic Auth“ sperrt SMTP mit Kennwort.',
    'betrifft das die Anmeldung mit OAuth nicht.',
  ],
};

function stepsOf({ findings }: SettingsReport): readonly (string | undefined)[] {
  return findings.map(({ step }) => step);
}

describe.each(['field.json', 'more-settings.json'])('texts of %s', (file) => {
  it.each(casesOf(file))('$id', ({ id, text, expect: { guide, step, says } }) => {
    const report = checkSettings(text, expectation(guide));
    const said = reportSaid(report).join('\n');
    for (const one of says) {
      if (one.startsWith('not:')) expect(said).not.toContain(one.slice('not:'.length));
      else if (!one.startsWith('means:')) expect(said).toContain(one);
      else expect(meanings[id]?.length, id).toBeGreaterThan(0);
    }
    for (const one of meanings[id] ?? []) expect(said).toContain(one);
    if (step !== undefined) expect(stepsOf(report)).toContain(step);
  });

  it.each(casesOf(file))('$id is answered in English too', ({ text, expect: { guide } }) => {
    const report = checkSettings(text, expectation(guide));
    expect(reportSaid(report, 'en').join('\n')).not.toMatch(/[„äöüß]|\{\w+\}/);
  });
});
