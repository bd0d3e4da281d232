/**
 * Every word the site says outside of its prose: where it appears (for translators) and which
 * `{placeholders}` its sentence gets. `count` names the placeholder that decides between singular and
 * plural; such a word may be written as `{ "one": …, "other": … }`.
 * The words themselves are in `content/words/<lang>.json`.
 */

import { settingFindings, type SettingCode } from '../domain/check/setting-findings.ts';
import { differenceKinds, type DifferenceKind } from '../domain/compare/difference-kinds.ts';
import { oauthErrors, type OauthError } from '../domain/errors/oauth-errors.ts';
import { findingCodes, type FindingCode } from '../domain/compare/findings.ts';
import type { CodeRow } from '../domain/text/coded.ts';
import { noteCodes, type NoteCode } from '../domain/values/notes.ts';
import { problemCodes, type ProblemCode } from '../domain/values/problems.ts';
import {
  redirectDifferenceCodes,
  type RedirectDifferenceCode,
} from '../domain/compare/redirect-difference.ts';

interface WordKeyDefinition {
  readonly where: string;
  readonly placeholders?: readonly string[];
  readonly count?: string;
}

const fixedKeys = {
  // frame of every page
  'site.name': { where: 'Name of the site, at the top of every page and in its title' },
  'site.tagline': { where: 'Half a sentence behind the name, in the title of the start page' },
  'site.skip': { where: 'First link of every page, for keyboards: jumps to the content' },
  'site.errors': { where: 'Header: link to the page for error messages; short' },
  'site.check': { where: 'Header: link to the check of what the reader pastes; short' },
  'site.menu': { where: 'Header: opens portal labels, brightness and language; short' },
  'site.languages': { where: 'Name of the language switch, for screen readers' },
  'site.theme': { where: 'Name of the light/dark switch' },
  'site.theme.system': { where: 'Light/dark switch: as the system' },
  'site.theme.light': { where: 'Light/dark switch: light' },
  'site.theme.dark': { where: 'Light/dark switch: dark' },
  'site.labels': { where: 'Name of the switch for the language of Microsoft’s labels' },
  'site.labels.de': { where: 'Switch of portal labels: German' },
  'site.labels.en': { where: 'Switch of portal labels: English' },
  'site.imprint': { where: 'Link at the foot of every page' },
  'site.privacy': { where: 'Link at the foot of every page' },
  'site.foot': { where: 'Last line of every page: what the site is not' },
  'site.fallback': { where: 'Notice on a page that is not yet translated, above the German text' },
  'site.no-javascript': { where: 'Line for readers without JavaScript, above the values' },

  // start page and guide overview
  'guide.extent': {
    where: 'Start page and guide overview: how long it is',
    placeholders: ['steps', 'minutes'],
  },
  'guide.prepare': { where: 'Guide overview: heading of what to have at hand' },
  'guide.group-before': { where: 'Guide overview: heading of the steps before one starts' },
  'guide.group-microsoft': { where: 'Guide overview: heading of the steps at Microsoft' },
  'guide.group-program': {
    where: 'Guide overview: heading of the steps in the program',
    placeholders: ['product'],
  },
  'guide.group-afterwards': { where: 'Guide overview: heading of the steps after all works' },
  'guide.finished': { where: 'Guide overview: heading once all steps are done' },
  'guide.finished-check': {
    where: 'Below that: what the check of the whole set-up (a link follows) is for',
  },
  'guide.finished-secret': {
    where: 'Below that: when the client secret ends; the date follows',
  },
  'guide.finished-owner': {
    where: 'Below that: who owns the app registration; the name follows',
  },
  'guide.tasks': { where: 'Guide overview and task list: heading' },
  'guide.roles': { where: 'Guide overview: heading of who has to do what' },
  'guide.begin': { where: 'Guide overview: button to the first step' },
  'guide.continue': {
    where: 'Guide overview: button to the first open step',
    placeholders: ['title'],
  },
  'guide.all': { where: 'Link to all steps on one page' },
  'guide.all-title': { where: 'Title of the page with all steps', placeholders: ['title'] },
  'example.title': { where: 'Guide overview and all steps: heading of the made-up values' },
  'example.lead': { where: 'Above the made-up values: whose they are' },
  'example.generated': { where: 'Above what is generated of the made-up values' },
  'example.redirect-uri': { where: 'Name of a redirect URI among what is generated' },

  // a step
  'step.position': { where: 'First line of a step', placeholders: ['current', 'total'] },
  'step.minutes': {
    where: 'First line of a step: how long it takes',
    placeholders: ['minutes'],
    count: 'minutes',
  },
  'step.role': { where: 'First line of a step: who may do it', placeholders: ['role'] },
  'step.extra': { where: 'First line of a step that is useful, but not needed; heading of these' },
  'step.remedy': {
    where: 'First line of a step that is for one fault only; heading of these',
  },
  'step.open': { where: 'Button that opens the right page of Microsoft’s portal in a new tab' },
  'step.open-list': {
    where:
      'Below that button while the client ID is unknown: it leads to the list of registrations',
  },
  'step.result': { where: 'Heading above how the reader sees that it worked' },
  'step.otherwise': { where: 'Heading of the folded list of what else may appear' },
  'step.mended-in': {
    where: 'Link from an error to the step that mends it',
    placeholders: ['title'],
  },
  'step.done': {
    where: 'Button at the foot of a step: marks it done and leads on to the next',
    placeholders: ['title'],
  },
  'step.skip': { where: 'Beside that button: on to the next step without marking this one' },
  'step.hand-over': { where: 'Button beside that: a text for somebody else who does this step' },
  'step.hand-over-text': { where: 'Label of that text' },
  'step.hand-over-request': {
    where: 'That text; a link with the values follows',
    placeholders: ['title', 'product', 'role'],
  },
  'step.handed': { where: 'Said when that text was copied' },
  'step.finish': { where: 'Button at the foot of the last step' },
  'step.back': { where: 'Link to the step before' },
  'step.sources': { where: 'Heading of the sources at the end of a step' },
  'step.checked': {
    where: 'Behind a source: the day on which it was read',
    placeholders: ['date'],
  },
  'source.vendor': { where: 'Kind of a source: the product’s vendor' },
  'source.microsoft': { where: 'Kind of a source: Microsoft' },
  'source.inferred': { where: 'Kind of a source: our own inference' },
  'source.field': { where: 'Kind of a source: reports of others' },

  // blocks within a step
  'note.trap': { where: 'Title of a note: an easy mistake' },
  'note.security': { where: 'Title of a note: a risk to know' },
  'note.vendor': { where: 'Title of a note: what the vendor says' },
  'note.microsoft': { where: 'Title of a note: what Microsoft says' },
  'note.inferred': { where: 'Title of a note: what we infer' },
  'note.open': { where: 'Title of a note: what nobody says' },
  'note.outdated': { where: 'Title of a note: what has changed since the vendor wrote' },
  'authentication-page.new': { where: 'Title above the click path on the portal’s new page' },
  'authentication-page.old': { where: 'Title above the click path on the portal’s previous page' },
  'account-type.before': {
    where:
      'Between the new and the old portal label of an account type: „neu, in der älteren Fassung alt“',
  },
  'picture.drawn': {
    where:
      'Below a drawn page of the portal, behind its title: that it is a drawing, and of which day',
    placeholders: ['date'],
  },
  'picture.generic': {
    where: 'The same where nobody has seen how the page is laid out',
    placeholders: ['date'],
  },
  'picture.unconfirmed': {
    where: 'Below a drawn page: what the asterisk behind a label means',
  },
  'picture.dot': {
    where: 'A letter in a sentence that the picture has too, for screen readers',
    placeholders: ['letter'],
  },
  'picture.take': { where: 'Behind a row of a picture, for screen readers: this is meant' },
  'picture.not': { where: 'Behind a row of a picture, for screen readers: this is not meant' },
  'picture.on': { where: 'Before a box or an option in a picture, for screen readers' },
  'picture.off': { where: 'Before a box or an option in a picture, for screen readers' },
  'label.unconfirmed': { where: 'Behind a portal label whose German name was not seen' },
  'values.needed': {
    where: 'Below generated lines while values are missing',
    placeholders: ['values'],
  },
  'redirect-uris.count': {
    where: 'Below the generated redirect URIs: how many there must be',
    placeholders: ['count'],
    count: 'count',
  },
  'redirect-uris.platform': {
    where: 'Above the generated redirect URIs: the platform to choose in the portal',
  },
  'permissions.caption': {
    where: 'Above the table of permissions',
    placeholders: ['count', 'api'],
    count: 'count',
  },
  'permissions.name': { where: 'Column of the table of permissions' },
  'permissions.type': { where: 'Column of the table of permissions' },
  'permissions.consent': { where: 'Column of the table of permissions' },
  'permissions.reason': { where: 'Column of the table of permissions: why it is needed' },
  'permissions.consent-yes': { where: 'Table of permissions: an administrator has to consent' },
  'permissions.consent-no': { where: 'Table of permissions: no administrator is required' },
  'permissions.all-mailboxes': { where: 'Table of permissions: reaches every mailbox' },
  'form.caption': { where: 'Above the sketch of a form of the product', placeholders: ['title'] },
  'form.password': {
    where: 'In place of the password in the product’s form: of the account that signs in',
  },
  'form.empty': { where: 'In a field of the product’s form that must stay empty' },
  'form.secret': { where: 'In place of the secret in the product’s form' },
  'script.shell.powershell': { where: 'Above a block of PowerShell commands' },
  'script.shell.bash': { where: 'Above a block of commands for macOS and Linux' },

  // branches of a guide
  'choice.chosen': {
    where: 'Folded choice at the top of a step: what was chosen',
    placeholders: ['name', 'option'],
  },
  'choice.only': { where: 'At what belongs to one option of a choice', placeholders: ['option'] },
  'choice.other-branch': { where: 'On a step that does not belong to the way that was chosen' },

  // token request, mail servers, facts
  'endpoint.name': { where: 'Above the generated token endpoint' },
  'scope.name': { where: 'Above the scope' },
  'server.smtp': { where: 'Above the settings of the server for sending' },
  'server.imap': { where: 'Above the settings of the server for receiving' },
  'server.pop': { where: 'Above the settings of the server for receiving' },
  'server.host': { where: 'A mail server’s setting' },
  'server.port': { where: 'A mail server’s setting' },
  'server.encryption': { where: 'A mail server’s setting' },
  'server.tls': { where: 'Encryption of a mail server: from the first byte' },
  'server.starttls': { where: 'Encryption of a mail server: begins in the clear' },
  'server.in-product': { where: 'A mail server’s setting: what the product calls the encryption' },
  'fact.checked': {
    where: 'Below a fact of Microsoft’s: the day of the last check',
    placeholders: ['date'],
  },
  'fact.medium': { where: 'Before the source of a fact that is not quite sure' },
  'fact.low': { where: 'Before the source of a fact that is unsure' },
  'fact.unknown': { where: 'Before the source of what is not established' },

  // paste and check
  'check.endpoint': { where: 'Label of the field that checks a token endpoint' },
  'check.scope': { where: 'Label of the field that checks a scope' },
  'check.form': { where: 'Label of the field that compares with a form', placeholders: ['title'] },
  'check.server': { where: 'Heading of the fields that check a mail server' },
  'check.encryption': { where: 'Label of a mail server’s encryption as the reader has it' },
  'check.protocol': { where: 'Label of the choice of a mail server’s protocol' },
  'check.hint': { where: 'Below a field for pasting: what happens with the text' },
  'check.corrected': { where: 'Above the corrected text' },

  // paste and compare: what its script says
  'settings.kind.manifest': { where: 'Result of pasting: what it was taken for' },
  'settings.kind.redirects': { where: 'Result of pasting: what it was taken for' },
  'settings.kind.permissions': { where: 'Result of pasting: what it was taken for' },
  'settings.kind.powershell': { where: 'Result of pasting: what it was taken for' },
  'settings.kind.form': {
    where: 'Result of pasting: what it was taken for',
    placeholders: ['title'],
  },
  'settings.kind.error': { where: 'Result of pasting: what it was taken for' },
  'settings.kind.unknown': { where: 'Result of pasting: what it was taken for' },
  'settings.summary': {
    where: 'Result of pasting, in one line, also said to screen readers',
    placeholders: ['wrong', 'missing', 'surplus', 'unknown', 'right'],
  },
  'settings.verdict.wrong': { where: 'Heading of findings, and their word in the copied result' },
  'settings.verdict.missing': { where: 'Heading of findings' },
  'settings.verdict.surplus': { where: 'Heading of findings: what nobody demands' },
  'settings.verdict.unknown': { where: 'Heading of findings: what the pasted text does not say' },
  'settings.verdict.note': { where: 'Heading of findings that are only worth saying' },
  'settings.verdict.right': { where: 'Heading of findings' },
  'settings.platform.web': { where: 'In a finding: a platform of the portal' },
  'settings.platform.spa': { where: 'In a finding: a platform of the portal' },
  'settings.platform.public-client': { where: 'In a finding: a platform of the portal' },
  'settings.type.application': { where: 'In a finding: a type of permission' },
  'settings.type.delegated': { where: 'In a finding: a type of permission' },
  'settings.protocol.imap': { where: 'In a finding: a way to receive mail' },
  'settings.protocol.pop': { where: 'In a finding: a way to receive mail' },
  'difference.platform-web': { where: 'How a redirect URI differs: the platform demanded' },
  'difference.platform-spa': { where: 'How a redirect URI differs: the platform demanded' },
  'difference.platform-public-client': {
    where: 'How a redirect URI differs: the platform demanded',
  },
  'settings.copied-head': {
    where: 'First line of the copied result',
    placeholders: ['product', 'date'],
  },

  // paste and compare: the page as built
  'settings-page.title': {
    where: 'Title of the page for pasting settings',
    placeholders: ['product'],
  },
  'settings-page.purpose': { where: 'First sentence of that page' },
  'settings-page.private': { where: 'Below that: what happens with the text' },
  'settings-page.link': { where: 'Link to that page from the overview and from steps' },
  'settings-page.label': { where: 'Label of the field for pasting' },
  'settings-page.kind': { where: 'Label of the choice of what is pasted' },
  'settings-page.kind-auto': { where: 'Choice: the page recognises it' },
  'settings-page.kind-manifest': { where: 'Choice, and heading of where to find it' },
  'settings-page.kind-redirects': { where: 'Choice, and heading of where to find it' },
  'settings-page.kind-permissions': { where: 'Choice, and heading of where to find it' },
  'settings-page.kind-powershell': { where: 'Choice, and heading of where to find it' },
  'settings-page.kind-form': {
    where: 'Choice: the fields of a form of the product',
    placeholders: ['title'],
  },
  'settings-page.result': { where: 'Heading of the result' },
  'settings-page.copy': { where: 'Button: copies the result' },
  'settings-page.shown-in': {
    where: 'Link from a finding that cannot be known to the step that shows it',
    placeholders: ['title'],
  },
  'settings-page.beside': {
    where: 'Link from a finding to a step that works on the same page of the portal',
    placeholders: ['title'],
  },
  'settings-page.overview': { where: 'Link from a finding for which the guide has no step' },
  'settings-page.decoder': {
    where: 'Link from a pasted error message to the field that explains it',
  },
  'settings-page.where': { where: 'Heading of where the texts are found' },
  'settings-page.where-manifest': { where: 'Where to find it, behind the click path' },
  'settings-page.where-redirects': { where: 'Where to find it, behind the click path' },
  'settings-page.where-permissions': { where: 'Where to find it, behind the click path' },
  'settings-page.where-powershell': { where: 'Where to find it, above the commands' },
  'settings-page.where-form': { where: 'Where to find it: forms of the product' },
  'settings-page.hand': { where: 'Heading: what can be compared without JavaScript' },
  'settings-page.hand-hint': { where: 'Below that heading' },
  'settings-page.hand-client-id': { where: 'What to compare by hand' },
  'settings-page.hand-audience': { where: 'What to compare by hand' },
  'settings-page.hand-redirects': { where: 'What to compare by hand' },
  'settings-page.hand-implicit': { where: 'What to compare by hand' },
  'settings-page.hand-public-client': { where: 'What to compare by hand' },
  'settings-page.hand-permissions': { where: 'What to compare by hand' },
  'settings-page.hand-consent': { where: 'What to compare by hand' },
  'settings-page.hand-secret': { where: 'What to compare by hand' },
  'settings-page.hand-owner': { where: 'What to compare by hand' },
  'settings-page.hand-smtp': { where: 'What to compare by hand' },
  'settings-page.hand-fields': { where: 'What to compare by hand' },

  // look-up of a tenant at Microsoft
  'look-up.title': {
    where: 'Folded box below the field for the tenant ID',
    placeholders: ['name'],
  },
  'look-up.subject': { where: 'Label of the field in that box', placeholders: ['name'] },
  'look-up.sends': {
    where: 'Below that field: what is sent to whom on the click',
    placeholders: ['host'],
  },
  'look-up.other-cloud': { where: 'Folded choice of the cloud in that box' },
  'look-up.cloud': { where: 'Label of the choice of the cloud' },
  'look-up.ask': { where: 'Button that asks Microsoft' },
  'look-up.take': { where: 'Button that fills the ID in', placeholders: ['name'] },
  'look-up.asking': { where: 'Said to screen readers while Microsoft is being asked' },
  'cloud.global': { where: 'Name of Microsoft’s cloud' },
  'cloud.us-government': { where: 'Name of Microsoft’s cloud' },
  'cloud.21vianet': { where: 'Name of Microsoft’s cloud' },

  // test sign-in
  'test.title': { where: 'Heading of the test sign-in' },
  'test.sends': {
    where: 'Test sign-in, before the click: what is sent to whom',
    placeholders: ['host', 'scopes'],
  },
  'test.sign-in-only': {
    where: 'Test sign-in of a product with application permissions: what it cannot test',
  },
  'test.sign-in-unsaid': { where: 'Test sign-in of a product whose vendor names no scopes' },
  'test.consent': { where: 'Test sign-in: what it may change' },
  'test.register': { where: 'Test sign-in: above the redirect URI to register' },
  'test.remove': { where: 'Test sign-in: below that URI' },
  'test.operator': { where: 'Test sign-in: choice where the operator has an app' },
  'test.prepare': { where: 'First button of the test sign-in' },
  'test.start': { where: 'Second button of the test sign-in, opens the window' },
  'test.redirect': { where: 'Button where the window was blocked' },
  'test.cancel': { where: 'Button while the test is running' },
  'test.preparing': { where: 'Said after the first button' },
  'test.ready': { where: 'Said when the second button is there' },
  'test.running': { where: 'Said while Microsoft’s window is open' },
  'test.redeeming': { where: 'Said when the answer came back to this window' },
  'test.closed': { where: 'Said when the window may be closed' },
  'test.window': { where: 'Label of the field for what Microsoft’s window shows' },
  'test.window-hint': { where: 'Below that field' },
  'test.support': {
    where: 'Below a failed test',
    placeholders: ['error', 'correlationId', 'time'],
  },
  'test.here': { where: 'Below a failed test: mended with the address above' },
  'test.all-errors': { where: 'Link to the list of errors' },
  'test.new-tab': { where: 'At the end of links that a running test opens in a new tab' },
  'test.reminder': { where: 'On all pages of the guide after a test', placeholders: ['uri'] },
  'test.removed': { where: 'Button of that reminder' },
  'test.answer-title': { where: 'Heading of the page that Microsoft’s answer arrives at' },
  'test.answer-text': { where: 'Text of that page' },

  // dry run, administrator’s consent, token reader
  'dry-run.title-sign-in': { where: 'Folded box with the link of a dry run' },
  'dry-run.title-consent': { where: 'Folded box with the link to the page of consent' },
  'token.title': { where: 'Folded box with the field for a token' },
  'dry-run.open-sign-in': { where: 'Button that opens the sign-in of a dry run in a new tab' },
  'dry-run.open-consent': { where: 'Button that opens the page of consent in a new tab' },
  'dry-run.answer': { where: 'Label of the field for what appeared there' },
  'dry-run.hint': { where: 'Below that field: what happens with the text' },
  'dry-run.sent': { where: 'Before the redirect URI that Microsoft names' },
  'dry-run.nearest': { where: 'Before the redirect URI that it should be' },
  'token.label': { where: 'Label of the field for a token' },
  'token.hint': { where: 'Below that field: what happens with the token' },
  'token.empty': { where: 'Button: empties the field and the answer' },
  'token.emptied': { where: 'Said when the field was emptied' },

  // fields
  'field.sample': { where: 'In an empty field: a made-up example', placeholders: ['sample'] },
  'field.from-link': { where: 'At a field whose value came with a link' },
  'field.optional': { where: 'Behind the label of a field that may stay empty' },
  'field.accepted': {
    where: 'Said to screen readers when a value is accepted',
    placeholders: ['name'],
  },
  'field.failed': { where: 'Where a part of the site should stand or answer that did not arrive' },
  'field.kept': { where: 'The same below a field that takes its text out at once' },
  'field.loading': { where: 'In the same place, while that part is awaited' },
  'field.again': { where: 'Button behind the words of a part that did not arrive' },
  'field.problems': {
    where: 'Said to screen readers when a value has problems',
    placeholders: ['name'],
  },

  // the secret
  'secret.label': { where: 'Label of the field that checks the secret’s shape' },
  'secret.hint': { where: 'Below that field: nothing is stored or sent' },
  'secret.show': { where: 'Button: show the secret' },
  'secret.hide': { where: 'Button: hide the secret' },
  'secret.empty': { where: 'Button: empty the field' },
  'secret.emptied': { where: 'Said when the field was emptied' },
  'expiry.left': {
    where: 'Below the day on which the secret runs out',
    placeholders: ['days', 'date'],
    count: 'days',
  },
  'expiry.expired': { where: 'Below a day that is past', placeholders: ['date'] },
  'expiry.soon': {
    where: 'Below a day that is near',
    placeholders: ['days', 'date'],
    count: 'days',
  },

  // copying
  'copy.button': { where: 'Copy button' },
  'copy.all': { where: 'Button below several lines' },
  'copy.done': { where: 'In place of the button’s word after copying' },
  'copy.waits': {
    where: 'Copy button of a text with values from a link: leads to the notice about them',
  },
  'copy.by-hand': { where: 'When copying is not allowed: the text is selected' },

  // task list
  'tasks.progress': { where: 'Above the task list', placeholders: ['done', 'total'] },
  'tasks.open': { where: 'State of a task' },
  'tasks.done': { where: 'State of a task' },
  'tasks.not-needed': { where: 'State of a task' },
  'tasks.blocked': { where: 'State of a task: somebody else has to act' },
  'tasks.state': { where: 'Heading of the choice of a task’s state' },
  'tasks.note': { where: 'Label of the reader’s own note on a task' },
  'tasks.note-unread': { where: 'At the note: the part of the site that reads it did not arrive' },
  'tasks.saved': { where: 'Said when state or note was kept' },

  // values panel
  'values.title': { where: 'Heading of the values panel' },
  'values.kept': { where: 'In the values panel: where the values are kept' },
  'values.invalid': { where: 'In the values panel: a typed value that has problems' },
  'values.change': { where: 'In the values panel: link to the field', placeholders: ['name'] },
  'values.link': { where: 'Button: copies the address of this step' },
  'values.link-with': { where: 'Button: copies the address of this step with the values' },
  'values.link-copied': { where: 'Said when an address was copied' },
  'values.forget': { where: 'Button: forget everything' },
  'values.forget-question': { where: 'Question before everything is forgotten' },
  'values.forget-yes': { where: 'Answer to that question' },
  'values.forget-no': { where: 'Answer to that question' },
  'values.forgotten': { where: 'Said when everything was forgotten' },

  // values from a link
  'link.title': { where: 'Heading of the notice on values from a link' },
  'link.taken': { where: 'Notice: these values are filled in now' },
  'link.conflicts': { where: 'Notice: these differ from the reader’s own values' },
  'link.conflict': {
    where: 'A differing value in the notice',
    placeholders: ['name', 'link', 'own'],
  },
  'link.refused': { where: 'Notice: these values were refused' },
  'link.accept': { where: 'Button: keep the values from the link' },
  'link.close': { where: 'Button: close the notice when no value was taken' },
  'link.reject': { where: 'Button: remove the values that came with the link' },
  'link.take': { where: 'Button: take the link’s values in place of one’s own' },
  'link.keep': { where: 'Button: keep one’s own values' },
  'link.failed': { where: 'Notice: the part of the site that reads links did not arrive' },
  'link.rejected': { where: 'Said when values from a link were removed' },
  'link.waits': {
    where:
      'At whatever acts on values (commands, links, tests): values from a link wait for the reader',
  },
  'act.on': {
    where: 'At whatever acts at Microsoft: on which app and tenant',
    placeholders: ['clientId', 'tenantId'],
  },

  // what this browser remembers
  'storage.blocked': { where: 'Notice when the browser keeps nothing' },
  'storage.full': { where: 'Notice when the browser’s storage is full' },

  // print
  'print.foot': {
    where: 'Last line of a printed page',
    placeholders: ['version', 'date', 'address'],
  },

  // roles and windows, in the first line of a step
  'role.user-administrator': { where: 'Role: may create users' },
  'role.application-developer': { where: 'Role: may register apps' },
  'role.cloud-application-administrator': { where: 'Role: may manage apps' },
  'role.privileged-role-administrator': { where: 'Role: may consent to application permissions' },
  'role.consenting-administrator': { where: 'Role: may consent, by the type of the permission' },
  'role.billing-administrator': { where: 'Role: may buy subscriptions' },
  'role.exchange-administrator': { where: 'Role: may change Exchange settings' },
  'role.conditional-access-administrator': { where: 'Role: may change security defaults' },
  'role.product-administrator': { where: 'Role: administrator of the product' },
  'role.mailbox-user': { where: 'Role: the person whose mailbox it is' },
  'role.anyone': { where: 'Role: no particular right is needed' },
  'window.entra': { where: 'Where a step happens' },
  'window.microsoft-365': { where: 'Where a step happens' },
  'window.exchange': { where: 'Where a step happens' },
  'window.powershell': { where: 'Where a step happens' },
  'window.terminal': { where: 'Where a step happens' },
  'window.browser': { where: 'Where a step happens' },
  'window.product': { where: 'Where a step happens', placeholders: ['product'] },
  'window.calendar': { where: 'Where a step happens' },

  // error messages
  'glossary.title': { where: 'Title of the page with the terms, and the link to it at every foot' },
  'glossary.description': { where: 'Below that title, and for search engines' },
  'glossary.also': { where: 'Below a term: what others call it', placeholders: ['names'] },
  'errors.title': {
    where: 'Title of the page with all errors, and link at the foot of every page',
  },
  'errors.description': { where: 'Description of that page for search engines' },
  'errors.intro': { where: 'First sentence of that page' },
  'errors.all': { where: 'Heading above the list of all errors, and link back to it' },
  'errors.filter': { where: 'Label of the field that filters the list' },
  'errors.filtered': {
    where: 'Below that field: how many are left',
    placeholders: ['count', 'total'],
  },
  'errors.cause': { where: 'Heading on an error’s page' },
  'errors.verify': { where: 'Heading on an error’s page' },
  'errors.fix': { where: 'Heading on an error’s page' },
  'errors.role': { where: 'Heading on an error’s page: who may mend it' },
  'errors.steps': { where: 'Heading above the steps that mend an error' },
  'errors.steps-by-guide': {
    where: 'Heading above the steps that mend an error, for every product',
  },
  'errors.no-step': { where: 'In place of steps, at an error that no step of any guide mends' },
  'errors.overview': { where: 'Link to a guide’s steps where none mends an error' },
  'errors.look-up': { where: 'Link to Microsoft’s page on a code', placeholders: ['code'] },
  'errors.page': {
    where: 'Link from a decoded message to the error’s own page',
    placeholders: ['code'],
  },
  'certainty.documented': { where: 'How sure an error’s meaning is' },
  'certainty.community': { where: 'How sure an error’s meaning is' },
  'certainty.unverified': { where: 'How sure an error’s meaning is' },
  'topic.admin-consent': { where: 'Group in the list of errors' },
  'topic.assignment': { where: 'Group in the list of errors' },
  'topic.client-id': { where: 'Group in the list of errors' },
  'topic.client-secret': { where: 'Group in the list of errors' },
  'topic.conditional-access': { where: 'Group in the list of errors' },
  'topic.endpoint': { where: 'Group in the list of errors' },
  'topic.implicit-grant': { where: 'Group in the list of errors' },
  'topic.license': { where: 'Group in the list of errors' },
  'topic.limit-access': { where: 'Group in the list of errors' },
  'topic.permissions': { where: 'Group in the list of errors' },
  'topic.product-settings': { where: 'Group in the list of errors' },
  'topic.public-client': { where: 'Group in the list of errors' },
  'topic.redirect-uri': { where: 'Group in the list of errors' },
  'topic.register-app': { where: 'Group in the list of errors' },
  'topic.scope': { where: 'Group in the list of errors' },
  'topic.security-defaults': { where: 'Group in the list of errors' },
  'topic.smtp-auth': { where: 'Group in the list of errors' },
  'topic.tenant-id': { where: 'Group in the list of errors' },
  'topic.user': { where: 'Group in the list of errors' },
  'decoder.title': { where: 'Heading of the field for error messages' },
  'decoder.label': { where: 'Label of the field for error messages' },
  'decoder.hint': { where: 'Below that label' },
  'decoder.empty': { where: 'Button: empties the field' },
  'decoder.emptied': { where: 'Said when the field was emptied' },
  'decoder.found': {
    where: 'Said and shown above the results',
    placeholders: ['count'],
    count: 'count',
  },
  'decoder.nothing': { where: 'In place of results' },
  'decoder.nothing-read': { where: 'In place of results, where a long text was read in part' },
  'decoder.signed-in': {
    where: 'In place of results, where an address came back without an error',
  },
  'decoder.without-code': { where: 'Link to the questions, where no message was found' },
  'decoder.truncated': { where: 'Above the results of a very long text' },
  'decoder.mended': {
    where: 'At a code whose digits were damaged',
    placeholders: ['code', 'read'],
  },
  'decoder.unknown': {
    where: 'Title of a code that the catalogue has not',
    placeholders: ['code'],
  },
  'decoder.unknown-advice': { where: 'Below an unknown code' },
  'decoder.status-advice': { where: 'Below a mail server’s status that the catalogue has not' },
  'decoder.guess': { where: 'Above codes that may be meant where digits were lost' },
  'decoder.unknown-other': { where: 'Below those codes, where no digits need to be lost' },
  'decoder.failed': { where: 'When the explanations did not arrive' },
  'decoder.redirect': { where: 'Heading above the redirect URI that was sent' },
  'decoder.redirect-sent': { where: 'Before the redirect URI that the program sent' },
  'decoder.redirect-expected': { where: 'Before the guide’s redirect URI' },
  'decoder.app-differs': {
    where: 'When the message names another app',
    placeholders: ['found', 'expected'],
  },
  'decoder.tenant-differs': {
    where: 'When the message names another tenant',
    placeholders: ['found', 'expected'],
  },
  'decoder.share': { where: 'Heading above the text to pass on' },
  'decoder.share-hint': { where: 'Below that heading' },
  'decoder.share-ids': { where: 'Label of a box: IDs and addresses too' },
  'decoder.share-lines': { where: 'Name of a list of boxes: lines of the pasted text' },
  'decoder.share-lines-hint': { where: 'Below that name' },
  'decoder.share-more': {
    where: 'Button below those lines: shows more of them',
    placeholders: ['count'],
    count: 'count',
  },
  'decoder.share-shown': {
    where: 'Said when more of those lines are shown',
    placeholders: ['count'],
    count: 'count',
  },
  'report.head': {
    where: 'First line of the text to pass on; version of this site',
    placeholders: ['version'],
  },
  'report.program': { where: 'In that text: the program', placeholders: ['product'] },
  'report.step': { where: 'In that text: the step that mends it', placeholders: ['title'] },
  'report.known': { where: 'In that text: a message', placeholders: ['code', 'title'] },
  'report.unknown': { where: 'In that text: a message', placeholders: ['code'] },
  'report.none': { where: 'In that text, where no message was found' },
  'report.sentence': {
    where: 'In that text: Microsoft’s sentence as the catalogue has it',
    placeholders: ['sentence'],
  },
  'report.sent': { where: 'In that text: the address that was sent', placeholders: ['uri'] },
  'report.expected': { where: 'In that text: the guide’s address', placeholders: ['uri'] },
  'report.lines': { where: 'In that text: above lines of the pasted text' },
  'detail.trace': { where: 'Name of an ID in Microsoft’s messages' },
  'detail.correlation': { where: 'Name of an ID in Microsoft’s messages' },
  'detail.request': { where: 'Name of an ID in Microsoft’s messages' },
  'detail.time': { where: 'Name of the time in Microsoft’s messages' },
  'detail.app': { where: 'Name of the app’s ID in Microsoft’s messages' },
  'detail.tenant': { where: 'Name of the tenant in Microsoft’s messages' },
  'detail.mailbox': { where: 'Name of the account in Microsoft’s messages' },
  'redacted.mail': { where: 'In the place of what was taken out' },
  'redacted.code': { where: 'In the place of what was taken out' },
  'redacted.token': { where: 'In the place of what was taken out' },
  'redacted.secret': { where: 'In the place of what was taken out' },
  'redacted.id': { where: 'In the place of what was taken out' },
  'redacted.address': { where: 'In the place of an address that was taken out' },
  'symptoms.title': { where: 'Heading of the questions for readers without a code' },
  'symptoms.intro': { where: 'Below that heading' },
  'symptoms.paste': { where: 'At the end of the questions: link to the field' },
  'symptoms.steps': { where: 'At the end of the questions: above the steps' },
} as const satisfies Record<string, WordKeyDefinition>;

type FixedKey = keyof typeof fixedKeys;

/** Every key of a word file. */
export type WordKey =
  | FixedKey
  | `problems.${ProblemCode}`
  | `notes.${NoteCode}`
  | `findings.${FindingCode}`
  | `settings.found.${SettingCode}`
  | `difference.${DifferenceKind}`
  | `oauth.${OauthError}`
  | `redirect-difference.${RedirectDifferenceCode}`;

type PlaceholdersOf<Key extends FixedKey> = (typeof fixedKeys)[Key] extends {
  readonly placeholders: readonly (infer Name extends string)[];
}
  ? Name
  : never;

/** What a word must be given: one text or number per placeholder. Nothing for most. */
export type WordDetails<Key extends WordKey> = Key extends FixedKey
  ? Readonly<Record<PlaceholdersOf<Key>, string | number>>
  : Readonly<Record<string, string>>;

function codeKeys(
  group: 'problems' | 'notes' | 'findings' | 'settings.found' | 'redirect-difference',
  codes: Readonly<Record<string, Pick<CodeRow, 'details'>>>,
  where: string,
): [string, WordKeyDefinition][] {
  return Object.entries(codes).map(([code, { details }]) => {
    const count = details.find((name) => name === 'minutes');
    return [`${group}.${code}`, { where, placeholders: details, ...(count && { count }) }];
  });
}

/** Every key with what a translator needs to know of it. */
export const wordKeys: ReadonlyMap<string, WordKeyDefinition> = new Map<string, WordKeyDefinition>([
  ...Object.entries(fixedKeys),
  ...codeKeys('problems', problemCodes, 'Below a field: what is wrong and the way out'),
  ...codeKeys('findings', findingCodes, 'Below a pasted setting: what was found in it'),
  ...codeKeys(
    'redirect-difference',
    redirectDifferenceCodes,
    'How the redirect URI that was sent differs from the nearest that is known',
  ),
  ...Object.keys(oauthErrors).map((error): [string, WordKeyDefinition] => [
    `oauth.${error}`,
    { where: 'A message with a word of the standard and no code: what it means, what to do' },
  ]),
  ...codeKeys('settings.found', settingFindings, 'Result of comparing pasted settings'),
  ...differenceKinds.map((kind): [string, WordKeyDefinition] => [
    `difference.${kind}`,
    { where: 'How a pasted line or address differs, in brackets' },
  ]),
  ...codeKeys('notes', noteCodes, 'Below a field: what was changed in the value, or is odd'),
]);
