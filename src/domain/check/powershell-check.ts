/** Judges PowerShell output from any of the site's commands. */

import { accessFindings } from './access-check.ts';
import { smtpSwitch } from './exchange-properties.ts';
import type { Expectation } from './expectation.ts';
import { mailboxLimit } from './own-mailboxes.ts';
import type { PowerShellOutput } from './powershell-output.ts';
import type { PrintedObject } from './printed-objects.ts';
import { checkSending } from './sending-check.ts';
import type { SettingFinding } from './setting-findings.ts';

type Findings = readonly SettingFinding[];

/**
 * Notes for signing in as a person: a shared mailbox has no usable sign-in, and the user name may differ from the
 * address (BM-02).
 * @see https://learn.microsoft.com/microsoft-365/admin/email/about-shared-mailboxes checked 2026-11-28
 */
function recipientFindings(printed: readonly PrintedObject[], expected: Expectation): Findings {
  if (expected.guide.token.every(({ grant }) => grant === 'client-credentials')) return [];
  return printed.slice(0, mailboxLimit).flatMap(({ properties, names }): Findings => {
    const mailbox = properties.get('primarysmtpaddress') ?? names[0] ?? '';
    const name = properties.get('userprincipalname') ?? '';
    const isShared = /^shared/i.test(properties.get('recipienttypedetails') ?? '');
    const isOther = [mailbox, name].every((one) => one.includes('@')) && !isSame(mailbox, name);
    return [
      ...(isShared ? [{ code: 'mailbox-shared', mailbox } as const] : []),
      ...(isOther ? [{ code: 'mailbox-user-differs', mailbox, name } as const] : []),
    ];
  });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Judges sending. Reports that the output says nothing about it only if there are no other findings. */
function sendingFindings(
  output: PowerShellOutput,
  expected: Expectation,
  isAlone: boolean,
): Findings {
  const findings = checkSending(output, expected);
  const isAbout =
    output.changes.length > 0 ||
    output.objects.some(({ properties }) => properties.has(smtpSwitch));
  if (isAbout) return findings;
  const shown = findings.filter(
    ({ code }) => code !== 'smtp-not-needed' && (isAlone || code !== 'smtp-not-shown'),
  );
  return shown.length > 0 || !isAlone ? shown : [{ code: 'paste-empty-kind' }];
}

/** All findings: error messages, the app in Exchange, mailboxes, and sending. */
export function checkPowerShell(output: PowerShellOutput, expected: Expectation): Findings {
  const mailboxes = output.objects.filter(({ origin }) => origin === 'mailbox');
  const others: Findings = [
    ...output.complaints.map((one) => ({ code: `powershell-${one}` }) as const),
    ...accessFindings(output.objects, expected),
    ...(output.unread.every(({ isSending }) => isSending)
      ? []
      : [{ code: 'access-unreadable' } as const]),
    ...recipientFindings(mailboxes, expected),
  ];
  return [...others, ...sendingFindings(output, expected, others.length === 0)];
}
