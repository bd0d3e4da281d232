/**
 * Every text of the site outside its prose: where it appears (for translators) and which `{placeholders}` it
 * takes. `count` names the placeholder that decides between singular and plural; such a text may be written as
 * `{ "one": …, "other": … }`.
 * The texts themselves are in `content/words/<lang>.json`.
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
  'site.tagline': { where: 'Phrase after the site’s name, in the title of the start page' },
  'site.skip': { where: 'First link of every page, for keyboard users: jumps to the content' },
  'site.menu': { where: 'Header: opens portal labels, brightness and language; short' },
  'site.values': {
    where: 'Header of a guide’s pages on narrow windows: opens the reader’s values; short',
  },
  'site.languages': { where: 'Name of the language switch, for screen readers' },
  'site.lead': {
    where: 'A name, and after it what belongs to it, such as „Mandanten-ID: …“',
    placeholders: ['name'],
  },
  'site.offer-close': {
    where: 'Button that closes the offer of the page in the browser’s language',
  },
  'site.theme': { where: 'Name of the light/dark switch' },
  'site.theme.system': { where: 'Light/dark switch: follow the system' },
  'site.theme.light': { where: 'Light/dark switch: light' },
  'site.theme.dark': { where: 'Light/dark switch: dark' },
  'site.labels': { where: 'Name of the switch for the language of Microsoft’s labels' },
  'site.slash': { where: 'Name of the switch for the key that opens the box, on /ask/' },
  'site.slash.on': { where: 'That switch: the key opens it' },
  'site.slash.off': { where: 'That switch: the key does nothing' },
  'site.imprint': { where: 'Link at the foot of every page' },
  'feedback.link': { where: 'Link at the foot of pages that are not steps' },
  'feedback.title': { where: 'Title of the page for reporting a mistake of this site' },
  'feedback.purpose': { where: 'First sentence of that page' },
  'feedback.no-contact': { where: 'There, if the operator set no contact' },
  'feedback.no-script': { where: 'There, for readers without JavaScript; the address may follow' },
  'feedback.page': { where: 'There: label of the choice of a page' },
  'feedback.no-page': { where: 'In that choice: no page' },
  'feedback.wrong': { where: 'There: label of the field for what is wrong' },
  'feedback.secret': { where: 'Below that field: its text holds a secret' },
  'feedback.tick': { where: 'There: box that adds the browser' },
  'feedback.text-to-copy': { where: 'The same, where there is no contact to send it to' },
  'feedback.text': { where: 'There: label of the text that is sent' },
  'feedback.mail': { where: 'There: opens the text as a mail' },
  'feedback.issue': { where: 'There: opens the text in the operator’s form' },
  'feedback.copy': { where: 'There: copies the text' },
  'feedback.subject': { where: 'Subject of the report' },
  'feedback.version': { where: 'The report: the version of the site', placeholders: ['version'] },
  'feedback.language': { where: 'The report: the language of the page' },
  'feedback.browser': { where: 'The report: the browser', placeholders: ['browser'] },
  'site.privacy': { where: 'Link at the foot of every page' },
  'site.foot': { where: 'Last line of every page: a disclaimer' },
  'site.fallback': { where: 'Notice above the German text of an untranslated page' },
  'translations.title': { where: 'Title of the page for translators' },
  'translations.description': { where: 'Its first sentence' },
  'translations.count': { where: 'There, for a language', placeholders: ['current', 'total'] },
  'translations.complete': { where: 'After that, if all do' },
  'translations.outdated': { where: 'There: state of a text' },
  'translations.missing': { where: 'There: state of a text' },
  'translations.unrecorded': { where: 'There: state of a text' },
  'translations.edit': { where: 'There: link to the editor of a file', placeholders: ['file'] },
  'translations.how': { where: 'There: heading of the steps for translators' },
  'translations.how-choose': { where: 'There: first step' },
  'translations.how-read': { where: 'There: second step' },
  'translations.how-write': { where: 'There: third step' },
  'translations.how-send': { where: 'There: fourth step' },
  'translations.more': { where: 'There: below the steps' },
  'translations.translate': {
    where: 'Link in the notice above the German text of an untranslated page',
  },
  'translations.older': {
    where: 'Opens what has changed in the German text since the page was translated',
  },
  'translations.renew': { where: 'Link below that' },
  'site.no-javascript': { where: 'Above the values, for readers without JavaScript' },

  // former addresses
  'moved.title': { where: 'Page at an address that is no longer used: title' },
  'moved.text': { where: 'That page: what happened, for readers without JavaScript' },
  'moved.link': { where: 'That page: link to where its content is now' },

  // news
  'news.title': { where: 'Page of what changed, and its feeds: title' },
  'news.description': { where: 'That page: what it is for' },
  'news.open': { where: 'That page, below an entry: link to the page that it is about' },
  'news.feeds': { where: 'That page: heading of the list of feeds' },
  'news.feeds-text': { where: 'That page: what a feed is good for' },
  'news.feed-all': { where: 'That page: link to the feed of the whole site' },

  // /llms.txt, for language models
  'llms.summary': {
    where: '/llms.txt (always English): what the site is, in one or two sentences',
  },
  'llms.languages': {
    where: '/llms.txt: which languages there are, and what values of a reader are not in it',
    placeholders: ['address'],
  },
  'llms.data': { where: '/llms.txt: link to a guide as data', placeholders: ['product'] },
  'llms.data-more': { where: '/llms.txt: after that link, what the data contains' },
  'llms.step': {
    where: '/llms.txt: after the link to a step, who carries it out and how long it takes',
    placeholders: ['role', 'minutes'],
  },

  // start page and guide overview
  'start.next': {
    where: 'Start page, on the card of a guide that the reader has begun: link to the next step',
    placeholders: ['position'],
  },
  'start.finished': {
    where: 'Start page, on the card of a guide whose steps are all done',
    placeholders: ['total'],
  },
  'secret-banner.until': {
    where:
      'First line of the start page and of a guide’s pages if its secret ends within 30 days or has expired',
    placeholders: ['product', 'date'],
  },
  'secret-banner.expired': { where: 'After that once the secret has expired' },
  'secret-banner.renew': { where: 'Link after that: to the step that creates a secret' },
  'guide.extent': {
    where: 'Start page and guide overview: length of the guide',
    placeholders: ['steps', 'minutes'],
  },
  'guide.prepare': { where: 'Guide overview: heading of the list of things to have ready' },
  'guide.group-before': { where: 'Guide overview: heading of the preparatory steps' },
  'guide.group-microsoft': { where: 'Guide overview: heading of the steps at Microsoft' },
  'guide.group-program': {
    where: 'Guide overview: heading of the steps in the program',
    placeholders: ['product'],
  },
  'guide.group-afterwards': { where: 'Guide overview: heading of the steps once everything works' },
  'guide.finished': { where: 'Guide overview: heading once all steps are done' },
  'guide.finished-has': { where: 'Below that: heading of what was set up' },
  'guide.app': { where: 'Below that: the registration’s name follows' },
  'guide.finished-remains': { where: 'Below that: heading of what has to be done later' },
  'guide.finished-next': { where: 'Below that: heading of what may be done now' },
  'guide.finished-check': { where: 'Below that: the check of the whole setup; a link follows' },
  'guide.finished-extra': { where: 'Below that: useful steps that are not done; links follow' },
  'guide.finished-print': { where: 'Below that: all steps on one page; a link follows' },
  'guide.to-finished': { where: 'Guide overview: button to that section once all steps are done' },
  'guide.finished-secret': {
    where: 'Below that: that the client secret expires; how long it is valid follows',
  },
  'guide.finished-owner': {
    where: 'Below that: who owns the app registration; the name follows',
  },
  'guide.tasks': { where: 'Guide overview and task list: heading' },
  'guide.roles': { where: 'Guide overview: heading of the list of roles with their steps' },
  'guide.role-extra': { where: 'In that list: a role’s optional steps follow' },
  'guide.my-role': { where: 'Below that list: opens how to look up one’s own roles' },
  'guide.my-role-open': {
    where: 'There: first action; the click path in Microsoft’s portal',
    placeholders: ['path'],
  },
  'guide.my-role-account': { where: 'There: second action' },
  'guide.my-role-list': {
    where: 'There: third action; the label of the list of roles',
    placeholders: ['label'],
  },
  'guide.my-role-none': { where: 'There: what to do without a role' },
  'guide.more': { where: 'Guide overview: heading of the links at the end' },
  'guide.begin': { where: 'Guide overview: button to the first step' },
  'guide.continue': {
    where: 'Guide overview: button to the first open step',
    placeholders: ['position', 'title'],
  },
  'guide.all': { where: 'Link to all steps on one page' },
  'guide.all-title': { where: 'Title of the page with all steps', placeholders: ['title'] },
  'all-values.link': { where: 'Link to the page with all values, from the overview' },
  'all-values.title': {
    where: 'Title of the page with all values and all results',
    placeholders: ['product'],
  },
  'all-values.purpose': { where: 'First sentence of that page' },
  'all-values.no-script': { where: 'There, for readers without JavaScript' },
  'all-values.yours': { where: 'There: heading of the form' },
  'all-values.paste': { where: 'There: what can be pasted; a link to the check follows' },
  'all-values.name': { where: 'There: the suggested name of the registration follows' },
  'all-values.audience': { where: 'There: the account type follows' },
  'all-values.manifest': {
    where: 'There, after the click path: what to do with the manifest below',
  },
  'all-values.manifest-replaces': { where: 'Below that: what is lost' },
  'all-values.manifest-permissions': { where: 'Below that, where the manifest has no permissions' },
  'all-values.manifest-lacks': { where: 'Below that: what no manifest sets' },
  'all-values.token': { where: 'There: heading of token endpoint and scope' },
  'all-values.servers': { where: 'There: heading of the mail servers' },
  'all-values.forms': { where: 'There: heading of the program’s forms' },
  'all-values.commands': { where: 'There: heading of the commands, by step' },
  'hand-over.all': { where: 'Link to the page for handing steps over, beside the state of a step' },
  'hand-over.link': { where: 'Link to the page for handing steps over, from the overview' },
  'hand-over.title': {
    where: 'Title of the page for handing steps over',
    placeholders: ['product'],
  },
  'hand-over.purpose': { where: 'First sentence of that page' },
  'hand-over.no-script': { where: 'There, for readers without JavaScript' },
  'hand-over.values': { where: 'There, on paper only: heading of the reader’s values' },
  'hand-over.steps': { where: 'There, in the section of a role: heading of the steps' },
  'hand-over.with': {
    where: 'There, after a step that another role is needed for as well',
    placeholders: ['role'],
  },
  'hand-over.returns': { where: 'There: heading of what comes back to the reader' },
  'hand-over.returns-word': { where: 'There, if no value comes back' },
  'hand-over.secret': { where: 'There: heading of how the secret gets to the program' },
  'hand-over.secret-enter': { where: 'Below that: the best way' },
  'hand-over.secret-store': { where: 'Below that: another way' },
  'hand-over.secret-never': { where: 'Below that: how not' },
  'hand-over.secret-leaked': { where: 'Below that: what to do if it was sent anyway' },
  'hand-over.mail': { where: 'There: heading of the mail' },
  'hand-over.subject-label': { where: 'There: label of the subject' },
  'hand-over.text-label': { where: 'There: label of the text' },
  'hand-over.copy': { where: 'There: button that copies the text' },
  'hand-over.open': { where: 'There: link that opens the mail in the reader’s mail program' },
  'hand-over.print': { where: 'There: button that prints the section of one role' },
  'hand-over.open-hint': { where: 'Below these: mail programs that cannot take a long text' },
  'hand-over.own': { where: 'There: heading of the steps that need no role' },
  'hand-over.own-text': { where: 'Below that' },
  'hand-over.subject': { where: 'Subject of the mail', placeholders: ['product', 'role'] },
  'hand-over.mail-greeting': { where: 'The mail: its first line' },
  'hand-over.mail-steps': { where: 'The mail: a list of steps follows', placeholders: ['product'] },
  'hand-over.mail-role': { where: 'The mail: the role that is needed', placeholders: ['role'] },
  'hand-over.mail-link': { where: 'The mail: the link follows' },
  'hand-over.mail-step': { where: 'The mail, if no values are known: the link follows' },
  'hand-over.mail-returns': { where: 'The mail: a list of values follows' },
  'hand-over.mail-done': { where: 'The mail, if no value is asked back' },
  'hand-over.mail-secret': { where: 'The mail, to whoever creates the secret' },
  'hand-over.mail-secret-comes': {
    where: 'The mail, to whoever enters the secret into the program',
  },
  'guide.after': {
    where: 'Guide overview and summary: heading of the links to summary, renewing and removing',
  },
  'summary.link': { where: 'Link to the summary, from the overview' },
  'summary.title': {
    where: 'Title of the page with everything that was set up',
    placeholders: ['product'],
  },
  'summary.purpose': { where: 'First sentence of that page' },
  'summary.no-script': { where: 'There, for readers without JavaScript' },
  'summary.made': {
    where: 'There: the day it was made; how many steps are done follows',
    placeholders: ['date'],
  },
  'summary.said': { where: 'There: where its contents come from; a link to the check follows' },
  'summary.waits': { where: 'There, while values of a link wait to be accepted' },
  'summary.form': { where: 'There: heading of the choice how much is shown' },
  'summary.form-full': { where: 'There: everything is shown' },
  'summary.form-short': { where: 'There: values are shortened' },
  'summary.form-without': { where: 'There: values are left out' },
  'summary.form-full-hint': { where: 'Below that: what the complete form holds' },
  'summary.form-short-hint': {
    where: 'Below that, and in the text: what the shortened form holds',
  },
  'summary.form-without-hint': {
    where: 'Below that, and in the text: what the form without values holds',
  },
  'summary.print': { where: 'There: button' },
  'summary.copy': { where: 'There: button' },
  'summary.text': { where: 'There: button' },
  'summary.json': { where: 'There: button' },
  'summary.calendar': { where: 'There: button' },
  'summary.calendar-title': {
    where: 'Title of the entries in the reader’s calendar',
    placeholders: ['product', 'date'],
  },
  'summary.calendar-none': { where: 'There, after the click, if no day is known or it is over' },
  'summary.calendar-saved': { where: 'There, after the click' },
  'summary.missing': { where: 'There: a value that the reader has not entered' },
  'summary.left-out': { where: 'There: a value that is known but not shown' },
  'summary.assumed': {
    where: 'There: a choice that the reader has not made',
    placeholders: ['option'],
  },
  'summary.asked': { where: 'There: below the heading of the registration' },
  'summary.audience-single-tenant': { where: 'There: account type' },
  'summary.audience-multi-tenant': { where: 'There: account type' },
  'summary.audience-multi-tenant-and-personal': { where: 'There: account type' },
  'summary.audience-personal': { where: 'There: account type' },
  'summary.redirects': { where: 'There: redirect URIs of a platform', placeholders: ['platform'] },
  'summary.implicit': { where: 'There: tokens that the authorisation endpoint may issue' },
  'summary.access-tokens': { where: 'There' },
  'summary.id-tokens': { where: 'There' },
  'summary.flows': { where: 'There: whether public client flows are allowed' },
  'summary.flows-yes': { where: 'There' },
  'summary.flows-no': { where: 'There' },
  'summary.flows-unsaid': { where: 'There: the vendor does not say' },
  'summary.consent': { where: 'There: who consents' },
  'summary.consent-administrator': { where: 'There' },
  'summary.consent-at-sign-in': { where: 'There' },
  'summary.owner': { where: 'There: owner of the registration' },
  'summary.access': { where: 'There: access confined to a mailbox' },
  'summary.access-done': { where: 'There: what follows from that' },
  'summary.secret': { where: 'There: heading' },
  'summary.expires': { where: 'There: day of the expiry follows' },
  'summary.kept': { where: 'There: whose vault holds the secret' },
  'summary.kept-by-hand': {
    where: 'There: as long as the step of the secret has no note; on paper an empty line',
  },
  'summary.smtp': { where: 'There: whether sending by SMTP is allowed' },
  'summary.commands': { where: 'There: below the heading of the commands' },
  'renew.link': { where: 'Link to the page about renewing the secret' },
  'remove.link': { where: 'Link to the page about undoing the set-up' },
  'prose-page.no-script': {
    where: 'Pages about renewing and undoing, for readers without JavaScript',
  },
  'example.title': { where: 'Guide overview and all steps: heading of the example values' },
  'example.lead': { where: 'Above the example values: the company they belong to' },
  'example.generated': { where: 'Above the texts generated from the example values' },
  'example.redirect-uri': { where: 'Name of a redirect URI among those texts' },

  // a step
  'step.position': { where: 'First line of a step', placeholders: ['current', 'total'] },
  'step.minutes': {
    where: 'How long a step takes',
    placeholders: ['minutes'],
    count: 'minutes',
  },
  'step.where': { where: 'Below the purpose of a step: heading of the place, a `window.…`' },
  'step.who': { where: 'Below the purpose of a step: heading of the role that may do it' },
  'step.time': { where: 'Below the purpose of a step: heading of how long it takes' },
  'step.extra': {
    where: 'First line of a step that is useful but not required; also the heading of these steps',
  },
  'step.remedy': {
    where: 'First line of a step that fixes one particular fault; also the heading of these steps',
  },
  'step.open': { where: 'Button that opens the right page of Microsoft’s portal in a new tab' },
  'step.open-list': {
    where:
      'Below that button while the client ID is unknown: it leads to the list of registrations',
  },
  'step.result': { where: 'Heading above how to tell that the step worked' },
  'step.otherwise': { where: 'Heading of the collapsed list of other outcomes' },
  'step.mended-in': {
    where: 'Link from an error to the step that fixes it',
    placeholders: ['title'],
  },
  'step.mended-here': { where: 'The same on that step’s own page: leads to its beginning' },
  'step.done': {
    where: 'Button at the foot of a step: marks it done and goes on to the next',
    placeholders: ['title'],
  },
  'step.skip': { where: 'Beside that button: goes to the next step without marking this one done' },
  'step.lacking': {
    where: 'Below that button once it was pressed: values of this page that are missing or wrong',
    placeholders: ['values'],
  },
  'step.hand-over': { where: 'Next to that: button for a text to send to whoever does this step' },
  'step.hand-over-text': { where: 'Label of that text' },
  'step.hand-over-request': {
    where: 'The text itself; a link with the values follows',
    placeholders: ['title', 'product', 'role'],
  },
  'step.handed': { where: 'Said when that text was copied' },
  'step.finish': { where: 'Button at the foot of the last step' },
  'step.back': { where: 'Link to the previous step' },
  'step.basis': { where: 'Heading of the fold with notes and sources at the end of a step' },
  'step.sources': { where: 'Heading of the sources of an error, and of all steps' },
  'step.checked': {
    where: 'After a source: the date it was read',
    placeholders: ['date'],
  },
  'source.vendor': { where: 'Kind of source: the product’s vendor' },
  'source.microsoft': { where: 'Kind of source: Microsoft' },
  'source.inferred': { where: 'Kind of source: our own inference' },
  'source.field': { where: 'Kind of source: reports from other people' },

  // blocks within a step
  'note.trap': { where: 'Title of a note: a common mistake' },
  'note.security': { where: 'Title of a note: a security risk' },
  'note.vendor': { where: 'Title of a note: what the vendor says' },
  'note.microsoft': { where: 'Title of a note: what Microsoft says' },
  'note.inferred': { where: 'Title of a note: what we infer' },
  'note.open': { where: 'Title of a note: no source says' },
  'note.outdated': { where: 'Title of a note: what has changed since the vendor wrote the guide' },
  'authentication-page.new': { where: 'Title above the click path on the portal’s new page' },
  'authentication-page.old': { where: 'Title above the click path on the portal’s previous page' },
  'authentication-page.other': {
    where: 'Before the title of the page that is closed: the portal shows one of the two',
  },
  'account-type.before': {
    where:
      'Between the new and the old portal label of an account type: „neu, in der älteren Fassung alt“',
  },
  'picture.drawn': {
    where:
      'Below a drawing of a portal page, after its title: says that it is a drawing, and its date',
    placeholders: ['date'],
  },
  'picture.generic': {
    where: 'The same, if the layout of the page is unknown',
    placeholders: ['date'],
  },
  'picture.unconfirmed': {
    where: 'Below a drawing: meaning of the asterisk after a label',
  },
  'picture.dot': {
    where: 'A letter in a sentence that refers to the picture, for screen readers',
    placeholders: ['letter'],
  },
  'picture.take': { where: 'After a row of a picture, for screen readers: choose this' },
  'picture.not': { where: 'After a row of a picture, for screen readers: do not choose this' },
  'picture.on': { where: 'Before a selected checkbox or option in a picture, for screen readers' },
  'picture.off': {
    where: 'Before an unselected checkbox or option in a picture, for screen readers',
  },
  'label.unconfirmed': {
    where:
      'Opened by the mark after a portal label whose German name is unconfirmed; a footnote in print',
  },
  'label.unconfirmed-mark': { where: 'Names that mark, an asterisk, for screen readers' },
  'term.question': {
    where: 'Names the „?“ after a term, which opens its meaning, for screen readers',
    placeholders: ['term'],
  },
  'term.more': { where: 'After a term’s meaning: link to the glossary' },
  'values.needed': {
    where: 'Below generated lines while values are missing',
    placeholders: ['values'],
  },
  'redirect-uris.count': {
    where: 'Below the generated redirect URIs: the required number',
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
  'permissions.all-mailboxes': { where: 'Table of permissions: grants access to every mailbox' },
  'form.caption': { where: 'Above the sketch of a form of the product', placeholders: ['title'] },
  'form.password': {
    where: 'Stands in for the password in the product’s form: that of the account that signs in',
  },
  'form.empty': { where: 'In a field of the product’s form that must stay empty' },
  'form.secret': { where: 'Stands in for the secret in the product’s form' },
  'script.shell.powershell': { where: 'Above a block of PowerShell commands' },
  'script.shell.bash': { where: 'Above a block of commands for macOS and Linux' },

  // branches of a guide
  'choice.chosen': {
    where: 'Collapsed choice at the top of a step: the chosen option',
    placeholders: ['name', 'option'],
  },
  'choice.only': { where: 'Marks content for one option of a choice', placeholders: ['option'] },
  'choice.other-branch': { where: 'On a step that is not part of the chosen branch' },

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
  'server.starttls': { where: 'Encryption of a mail server: starts unencrypted, then upgrades' },
  'server.in-product': { where: 'A mail server’s setting: the product’s name for the encryption' },
  'fact.checked': {
    where: 'Below a fact about Microsoft: the date of the last check',
    placeholders: ['date'],
  },
  'fact.medium': { where: 'Before the source of a fact that is fairly certain' },
  'fact.low': { where: 'Before the source of a fact that is uncertain' },
  'fact.unknown': { where: 'Before the source of a fact that is not established' },

  // paste and check
  'check.endpoint': { where: 'Label of the field that checks a token endpoint' },
  'check.scope': { where: 'Label of the field that checks a scope' },
  'check.form': { where: 'Label of the field that compares with a form', placeholders: ['title'] },
  'check.in-step': { where: 'Title of the collapsed box that compares settings within a step' },
  'check.settings-manifest': { where: 'Label of the field that compares a pasted manifest' },
  'check.settings-permissions': { where: 'Label of the field that compares pasted permissions' },
  'check.settings-powershell': {
    where: 'Label of the field that compares pasted output of PowerShell',
  },
  'check.settings-redirects': { where: 'Label of the field that compares pasted redirect URIs' },
  'check.server': { where: 'Heading of the fields that check a mail server' },
  'check.encryption': { where: 'Label of the field for the encryption set in the product' },
  'check.protocol': { where: 'Label of the choice of a mail server’s protocol' },
  'check.hint': { where: 'Below a field for pasting: what happens to the text' },
  'check.corrected': { where: 'Above the corrected text' },

  // paste and compare: what its script says
  'settings.kind.manifest': { where: 'Result of pasting: the recognised kind of text' },
  'settings.kind.redirects': { where: 'Result of pasting: the recognised kind of text' },
  'settings.kind.permissions': { where: 'Result of pasting: the recognised kind of text' },
  'settings.kind.powershell': { where: 'Result of pasting: the recognised kind of text' },
  'settings.kind.form': {
    where: 'Result of pasting: the recognised kind of text',
    placeholders: ['title'],
  },
  'settings.kind.error': { where: 'Result of pasting: the recognised kind of text' },
  'settings.kind.unknown': { where: 'Result of pasting: the recognised kind of text' },
  'settings.summary': {
    where: 'Result of pasting, in one line, also said to screen readers',
    placeholders: ['wrong', 'missing', 'surplus', 'unknown', 'right'],
  },
  'settings.verdict.wrong': { where: 'Heading of findings, also used in the copied result' },
  'settings.verdict.missing': { where: 'Heading of findings' },
  'settings.verdict.surplus': {
    where: 'Heading of findings: settings that the guide does not call for',
  },
  'settings.verdict.unknown': {
    where: 'Heading of findings: settings missing from the pasted text',
  },
  'settings.verdict.note': { where: 'Heading of findings that are only remarks' },
  'settings.verdict.right': { where: 'Heading of findings' },
  'settings.platform.web': { where: 'In a finding: a platform of the portal' },
  'settings.platform.spa': { where: 'In a finding: a platform of the portal' },
  'settings.platform.public-client': { where: 'In a finding: a platform of the portal' },
  'settings.type.application': { where: 'In a finding: a type of permission' },
  'settings.type.delegated': { where: 'In a finding: a type of permission' },
  'settings.protocol.imap': { where: 'In a finding: a way to receive mail' },
  'settings.protocol.pop': { where: 'In a finding: a way to receive mail' },
  'difference.platform-web': { where: 'How a redirect URI differs: the required platform' },
  'difference.platform-spa': { where: 'How a redirect URI differs: the required platform' },
  'difference.platform-public-client': {
    where: 'How a redirect URI differs: the required platform',
  },

  // paste and compare: the page as built
  'settings-page.title': {
    where: 'Title of the page for pasting settings',
    placeholders: ['product'],
  },
  'settings-page.purpose': { where: 'First sentence of that page' },
  'settings-page.link': { where: 'Link to that page from the overview and from steps' },
  'settings-page.kind': { where: 'Label of the choice of kind of pasted text' },
  'settings-page.kind-auto': { where: 'Choice: recognise automatically' },
  'settings-page.kind-manifest': {
    where: 'Choice, and heading of the instructions for finding it',
  },
  'settings-page.kind-redirects': {
    where: 'Choice, and heading of the instructions for finding it',
  },
  'settings-page.kind-permissions': {
    where: 'Choice, and heading of the instructions for finding it',
  },
  'settings-page.kind-powershell': {
    where: 'Choice, and heading of the instructions for finding it',
  },
  'settings-page.kind-form': {
    where: 'Choice: the fields of one of the product’s forms',
    placeholders: ['title'],
  },
  'settings-page.result': { where: 'Heading of the result' },
  'settings-page.shown-in': {
    where: 'Link from an undetermined finding to the step that shows the setting',
    placeholders: ['title'],
  },
  'settings-page.beside': {
    where: 'Link from a finding to a step that works on the same page of the portal',
    placeholders: ['title'],
  },
  'settings-page.overview': { where: 'Link from a finding for which the guide has no step' },
  'settings-page.where': { where: 'Heading of the instructions for finding the texts' },
  'settings-page.where-manifest': { where: 'Where to find it, after the click path' },
  'settings-page.where-redirects': { where: 'Where to find it, after the click path' },
  'settings-page.where-permissions': { where: 'Where to find it, after the click path' },
  'settings-page.where-powershell': { where: 'Where to find it, above the commands' },
  'settings-page.where-form': { where: 'Where to find it: the product’s forms' },
  'settings-page.hand': { where: 'Heading of the manual comparison, for use without JavaScript' },
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
    where: 'Collapsed box below the field for the tenant ID',
    placeholders: ['name'],
  },
  'look-up.subject': { where: 'Label of the field in that box', placeholders: ['name'] },
  'look-up.sends': {
    where: 'Below that field: what is sent to whom on a click',
    placeholders: ['host'],
  },
  'look-up.other-cloud': { where: 'Collapsed choice of the cloud in that box' },
  'look-up.cloud': { where: 'Label of that choice' },
  'look-up.ask': { where: 'Button that asks Microsoft' },
  'look-up.take': { where: 'Button that fills in the ID', placeholders: ['name'] },
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
    where: 'Test sign-in for a product with application permissions: what it cannot test',
  },
  'test.sign-in-unsaid': { where: 'Test sign-in for a product whose vendor names no scopes' },
  'test.consent': { where: 'Test sign-in: what it may change' },
  'test.register': { where: 'Test sign-in: above the redirect URI to register' },
  'test.remove': { where: 'Test sign-in: below that URI' },
  'test.operator': { where: 'Test sign-in: choice of app, if the operator has one' },
  'test.prepare': { where: 'First button of the test sign-in' },
  'test.start': { where: 'Second button of the test sign-in, opens the window' },
  'test.redirect': { where: 'Button shown if the window was blocked' },
  'test.cancel': { where: 'Button while the test is running' },
  'test.preparing': { where: 'Said after the first button' },
  'test.ready': { where: 'Said when the second button appears' },
  'test.running': { where: 'Said while Microsoft’s window is open' },
  'test.redeeming': { where: 'Said when the answer has come back to this window' },
  'test.closed': { where: 'Said when the window may be closed' },
  'test.window': { where: 'Label of the field for text from Microsoft’s window' },
  'test.window-hint': { where: 'Below that field' },
  'test.support': {
    where: 'Below a failed test',
    placeholders: ['error', 'correlationId', 'time'],
  },
  'test.here': { where: 'Below a failed test: the address above fixes it' },
  'test.all-errors': { where: 'Link to the list of errors' },
  'test.new-tab': { where: 'At the end of links that a running test opens in a new tab' },
  'test.reminder': { where: 'On all pages of the guide after a test', placeholders: ['uri'] },
  'test.removed': { where: 'Button of that reminder' },
  'test.answer-title': { where: 'Heading of the page that receives Microsoft’s answer' },
  'test.answer-text': { where: 'Text of that page' },

  // dry run, administrator’s consent, token reader
  'dry-run.title-sign-in': { where: 'Collapsed box with the link for a dry run' },
  'dry-run.title-consent': { where: 'Collapsed box with the link to the consent page' },
  'token.title': { where: 'Collapsed box with the field for a token' },
  'dry-run.open-sign-in': { where: 'Button that opens the sign-in of a dry run in a new tab' },
  'dry-run.open-consent': { where: 'Button that opens the consent page in a new tab' },
  'dry-run.answer': { where: 'Label of the field for the outcome' },
  'dry-run.hint': { where: 'Below that field: what happens to the text' },
  'dry-run.sent': { where: 'Before the redirect URI in Microsoft’s message' },
  'dry-run.nearest': { where: 'Before the redirect URI that it should be' },
  'token.label': { where: 'Label of the field for a token' },
  'token.hint': { where: 'Below that field: what happens to the token' },
  'token.empty': { where: 'Button: empties the field and the answer' },
  'token.emptied': { where: 'Said when the field has been emptied' },

  // fields
  'field.sample': { where: 'In an empty field: a made-up example', placeholders: ['sample'] },
  'field.from-link': { where: 'At a field whose value came from a link' },
  'field.optional': { where: 'After the label of an optional field' },
  'field.accepted': {
    where: 'Said to screen readers when a value is accepted',
    placeholders: ['name'],
  },
  'field.right': {
    where: 'Below a field whose text is accepted: only its format is known to be right',
  },
  'field.failed': { where: 'In place of a part of the site that failed to load' },
  'field.kept': { where: 'The same, below a field that is emptied at once' },
  'field.loading': { where: 'In the same place, while that part is loading' },
  'field.again': { where: 'Button after that message: try again' },
  'field.problems': {
    where: 'Said to screen readers when a value has problems',
    placeholders: ['name'],
  },

  // the secret
  'secret.label': { where: 'Label of the field that checks the secret’s format' },
  'secret.hint': { where: 'Below that field: nothing is stored or sent' },
  'secret.show': { where: 'Button: show the secret' },
  'secret.hide': { where: 'Button: hide the secret' },
  'secret.empty': { where: 'Button: empty the field' },
  'secret.emptied': { where: 'Said when the field has been emptied' },
  'expiry.waits': {
    where: 'Below the field for the date on which the secret expires, before it is known',
  },
  'expiry.left': {
    where: 'Below the date on which the secret expires',
    placeholders: ['days', 'date'],
    count: 'days',
  },
  'expiry.expired': { where: 'Below a date that has passed', placeholders: ['date'] },
  'expiry.soon': {
    where: 'Below a date that is near',
    placeholders: ['days', 'date'],
    count: 'days',
  },

  // copying
  'copy.button': { where: 'Copy button' },
  'copy.all': { where: 'Button below several lines' },
  'copy.done': { where: 'Replaces the button’s label after copying' },
  'copy.waits': {
    where: 'Copy button of a text with values from a link: leads to the notice about them',
  },
  'copy.by-hand': { where: 'When the browser refuses to copy: the text is selected' },

  // task list
  'tasks.progress': { where: 'Above the task list', placeholders: ['done', 'total'] },
  'tasks.open': { where: 'State of a task' },
  'tasks.done': { where: 'State of a task' },
  'tasks.not-needed': { where: 'State of a task' },
  'tasks.blocked': { where: 'State of a task: somebody else has to act' },
  'tasks.state': { where: 'Heading of the choice of a task’s state' },
  'tasks.note': { where: 'Label of the reader’s own note on a task' },
  'tasks.note-unread': { where: 'At the note: the part of the site that checks it failed to load' },
  'tasks.saved': { where: 'Said when the state or note has been saved' },

  // values panel
  'values.title': { where: 'Heading of the values panel' },
  'values.kept': { where: 'In the values panel: where the values are stored' },
  'values.missing': { where: 'In the values panel: nothing is entered yet' },
  'values.step': {
    where: 'In the values panel: link to the step that asks for a value',
    placeholders: ['number'],
  },
  'values.optional': { where: 'In the values panel: nothing is entered, and nothing need be' },
  'values.invalid': { where: 'In the values panel: a typed value that has problems' },
  'values.change': {
    where: 'In the values panel: button that opens the field',
    placeholders: ['name'],
  },
  'values.link': { where: 'Button: copies the address of this step' },
  'values.link-with': { where: 'Button: copies the address of this step with the values' },

  // links with values, for support
  'link-keys.page': { where: 'In the list of all pages: link to the page about links with values' },
  'link-keys.key': { where: 'On that page: column of the table' },
  'link-keys.value': { where: 'On that page: column of the table' },
  'link-keys.example': { where: 'On that page: column of the table' },
  'link-keys.guides': { where: 'On that page: column of the table' },
  'link-keys.all-guides': { where: 'In that column, instead of the name of every program' },

  // support desk
  'support.title': { where: 'Name of the support desk in lists of pages' },
  'support.no-script': { where: 'The support desk without JavaScript' },
  'support.ticket': { where: 'Heading of the box for tickets on the support desk' },
  'support.ticket-hint': { where: 'Hint of that box' },
  'support.folded': { where: 'Opens everything that the box says about a ticket' },
  'support.about': { where: 'Heading of the form of the support desk' },
  'support.guide': { where: 'Label: the program of the customer' },
  'support.unknown': { where: 'Option of a list: nothing chosen yet' },
  'support.reply': { where: 'Label: the list of ready replies' },
  'support.fitting': { where: 'Group of replies that fit the ticket' },
  'support.faults': { where: 'Group of replies for common faults' },
  'support.errors': { where: 'Group of replies for every error' },
  'support.step': { where: 'Label: the page that the link leads to' },
  'support.overview': { where: 'Option of that list: the guide’s overview' },
  'support.language': { where: 'Label: the language of the customer' },
  'support.values': { where: 'Heading of the customer’s values' },
  'support.values-hint': { where: 'Hint below it' },
  'support.text': { where: 'Heading and label of the reply' },
  'support.copy-reply': { where: 'Button: copies the reply' },
  'support.rewrite': { where: 'Button: discards what was changed by hand' },
  'support.link': { where: 'Heading of the link and its QR code' },
  'support.copy-link': { where: 'Button: copies the link' },
  'support.qr-too-long': { where: 'Instead of the QR code' },
  'support.read': {
    where: 'What was read in the ticket; {what} is a list',
    placeholders: ['what'],
  },
  'support.read-nothing': { where: 'Nothing was read in the ticket' },
  'support.wants-guide': { where: 'After that, where the program is not known' },
  'support.secret': { where: 'Warning: the ticket holds a secret' },
  'support.link-title': { where: 'Heading of the explanation of a pasted link' },
  'support.link-leads': { where: 'Where a pasted link leads', placeholders: ['page', 'language'] },
  'support.link-elsewhere': {
    where: 'Before that, of a link to another server than this site’s',
    placeholders: ['host'],
  },
  'support.link-refused': { where: 'Before the reasons why a value of a link is refused' },
  'support.link-empty': { where: 'A pasted link has no values' },
  // customers
  'customers.title': { where: 'Title of the page and dialogue of all customers' },
  'customers.description': { where: 'What that page is for' },
  'customers.no-script': { where: 'On that page without JavaScript' },
  'customers.here': { where: 'In the values panel, before the name of the customer' },
  'customers.device': { where: 'The name of the customer of a reader who has only one' },
  'customers.manage': {
    where: 'In the values panel: link to the customers, which can be switched and forgotten there',
  },
  'customers.current': { where: 'At the customer whose data the page shows' },
  'customers.tabs': { where: 'On the page of customers' },
  'customers.switch': { where: 'Button: go on with this customer' },
  'customers.progress': {
    where: 'Progress of a customer in a guide',
    placeholders: ['product', 'done', 'total'],
  },
  'customers.expires': {
    where: 'When a customer’s secret expires',
    placeholders: ['product', 'date'],
  },
  'customers.expires-soon': {
    where: 'A customer’s secret expires soon',
    placeholders: ['product', 'date'],
  },
  'customers.expired': {
    where: 'A customer’s secret has expired',
    placeholders: ['product', 'date'],
  },
  'customers.empty': { where: 'A customer of whom nothing is kept' },
  'customers.name': { where: 'Label of a customer’s name' },
  'customers.rename': { where: 'Button: change a customer’s name' },
  'customers.save': { where: 'Button: keep the name' },
  'customers.renamed': { where: 'Said when a name has changed' },
  'customers.add': { where: 'Heading: add a customer' },
  'customers.add-now': { where: 'Button: add the customer and go on with it' },
  'customers.forget': { where: 'Button: forget this customer' },
  'customers.forget-question': {
    where: 'Question before a customer is forgotten',
    placeholders: ['name'],
  },
  'customers.forget-guide': { where: 'Button: forget what this customer has in this guide' },
  'customers.forget-guide-question': { where: 'Question before that', placeholders: ['name'] },
  'customers.forget-all': { where: 'Button: forget everything' },
  'customers.forget-all-question': { where: 'Question before everything is forgotten' },
  'customers.yes': { where: 'Answer to these questions' },
  'customers.no': { where: 'Answer to these questions' },
  'customers.forgotten': { where: 'Said when something has been forgotten' },
  'customers.file': { where: 'Heading: export and import' },
  'customers.export': { where: 'Button: save all customers as a file' },
  'customers.export-hint': { where: 'What is in that file' },
  'customers.import': { where: 'Label: choose a file to read' },
  'customers.import-hint': { where: 'What reading a file does' },
  'customers.imported': {
    where: 'Said when a file has been read',
    placeholders: ['count'],
    count: 'count',
  },
  'customers.import-same': {
    where: 'These customers of the file are here already, unchanged',
    placeholders: ['names'],
  },
  'customers.import-full': {
    where: 'These customers of the file were not added, since the storage is full',
    placeholders: ['names'],
  },
  'customers.import-refused': {
    where: 'A value of a file that was refused',
    placeholders: ['name', 'product', 'value', 'problem'],
  },
  'customers.import-name': {
    where: 'A name of a file that was refused; what the customer is called instead',
    placeholders: ['name', 'problem'],
  },
  'customers.import-others': {
    where: 'Entries of a file that are no customers',
    placeholders: ['count'],
    count: 'count',
  },
  'customers.import-left': { where: 'Parts of a file that are unknown', placeholders: ['names'] },
  'customers.import-not-json': { where: 'A file that cannot be read' },
  'customers.import-newer': { where: 'A file of a later version' },
  'customers.import-too-long': { where: 'A file that is too large' },
  'customers.all': { where: 'In the dialogue: link to the page' },
  'customers.close': { where: 'Button: close the dialogue' },
  'customers.due': { where: 'On the start page: the secrets of other customers expire soon' },
  'customers.not-kept': { where: 'At the page of customers: the browser keeps nothing' },

  // values from a link
  'link.title': { where: 'Heading of the notice on values from a link' },
  'link.taken': { where: 'Notice: these values are filled in now' },
  'link.other': { where: 'Notice: the link names another tenant or domain than what is kept' },
  'link.unknown': { where: 'Notice: nothing tells whether the link is for the same customer' },
  'link.join': { where: 'Button: the link’s values are for the same customer' },
  'link.apart': {
    where: 'Button: keep the link’s values apart as another customer’s',
    placeholders: ['name'],
  },
  'link.switch': {
    where: 'Button: go on with the customer that the link is for',
    placeholders: ['name'],
  },
  'link.replace': { where: 'Button: forget what is kept, and take the link’s values' },
  'link.cancel': { where: 'Button: take nothing from the link' },
  'link.conflicts': { where: 'Notice: these values differ from the reader’s own' },
  'link.conflict': {
    where: 'A differing value in the notice',
    placeholders: ['name', 'link', 'own'],
  },
  'link.refused': { where: 'Notice: these values were refused' },
  'link.accept': { where: 'Button: keep the values from the link' },
  'link.close': { where: 'Button: close the notice if no value was filled in' },
  'link.reject': { where: 'Button: remove the values that came with the link' },
  'link.take': { where: 'Button: replace the reader’s values with the link’s' },
  'link.keep': { where: 'Button: keep the reader’s own values' },
  'link.failed': { where: 'Notice: the part of the site that reads links failed to load' },
  'link.rejected': { where: 'Said when values from a link have been removed' },
  'link.waits': {
    where:
      'At whatever acts on values (commands, links, tests): values from a link wait for the reader',
  },
  'act.on': {
    where: 'At a control that acts at Microsoft: the app and tenant affected',
    placeholders: ['clientId', 'tenantId'],
  },

  // what this browser remembers
  'storage.blocked': { where: 'Notice when the browser stores nothing' },
  'storage.full': { where: 'Notice when the browser’s storage is full' },

  // printing
  'print.foot': {
    where: 'Last line of a printed page',
    placeholders: ['version', 'date', 'address'],
  },
  'print.portals': {
    where: 'Below the title of the page with all steps, in print: the addresses to type',
    placeholders: ['addresses'],
  },

  // roles and windows, in the first line of a step
  'role.user-administrator': { where: 'Role: may create users' },
  'role.application-developer': { where: 'Role: may register apps' },
  'role.cloud-application-administrator': { where: 'Role: may manage apps' },
  'role.privileged-role-administrator': { where: 'Role: may consent to application permissions' },
  'role.consenting-administrator': {
    where: 'Role: may consent, depending on the type of permission',
  },
  'role.billing-administrator': { where: 'Role: may buy subscriptions' },
  'role.exchange-administrator': { where: 'Role: may change Exchange settings' },
  'role.conditional-access-administrator': { where: 'Role: may change security defaults' },
  'role.product-administrator': { where: 'Role: administrator of the product' },
  'role.mailbox-user': { where: 'Role: the person whose mailbox it is' },
  'role.anyone': { where: 'Role: no particular right is needed' },
  'role.both': { where: 'Two roles that a step needs', placeholders: ['first', 'second'] },
  'window.entra': { where: 'Where a step happens' },
  'window.microsoft-365': { where: 'Where a step happens' },
  'window.exchange': { where: 'Where a step happens' },
  'window.powershell': { where: 'Where a step happens' },
  'window.terminal': { where: 'Where a step happens' },
  'window.browser': { where: 'Where a step happens' },
  'window.product': { where: 'Where a step happens', placeholders: ['product'] },
  'window.calendar': { where: 'Where a step happens' },

  // error messages
  'glossary.title': { where: 'Title of the glossary page, and link at the foot of every page' },
  'glossary.description': { where: 'Below that title, and description for search engines' },
  'glossary.also': { where: 'Below a term: its other names', placeholders: ['names'] },
  'errors.title': {
    where: 'Title of the page with all errors, and link at the foot of every page',
  },
  'errors.description': { where: 'Description of that page for search engines' },
  'errors.intro': { where: 'First sentence of that page' },
  'errors.all': { where: 'Heading above the list of all errors, and link back to it' },
  'errors.cause': { where: 'Heading on an error’s page' },
  'errors.verify': { where: 'Heading on an error’s page' },
  'errors.fix': { where: 'Heading on an error’s page' },
  'errors.role': { where: 'Heading on an error’s page: who may fix it' },
  'errors.steps': { where: 'Heading above the steps that fix an error' },
  'errors.steps-by-guide': {
    where: 'Heading above the steps that fix an error, for every product',
  },
  'errors.no-step': { where: 'Instead of steps, for an error that no guide’s steps fix' },
  'errors.overview': { where: 'Link to a guide’s steps if none fixes the error' },
  'errors.look-up': { where: 'Link to Microsoft’s page about a code', placeholders: ['code'] },
  'errors.page': {
    where: 'Link from a decoded message to the error’s own page',
    placeholders: ['code'],
  },
  'certainty.documented': { where: 'How certain an error’s meaning is' },
  'certainty.community': { where: 'How certain an error’s meaning is' },
  'certainty.unverified': { where: 'How certain an error’s meaning is' },
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
  'topic.token': { where: 'Group in the list of errors' },
  'topic.user': { where: 'Group in the list of errors' },
  'ask.title': { where: 'Heading and label of the box for anything pasted or typed' },
  'ask.hint': { where: 'Below that heading' },
  'ask.open': { where: 'Header: opens the box; short' },
  'ask.open-more': { where: 'Header, after that word where there is room' },
  'ask.page-title': { where: 'Title of the page /ask/' },
  'ask.description': { where: 'Description of that page' },
  'ask.pages': { where: 'Heading of the list of all pages, and link to it without JavaScript' },
  'ask.close': { where: 'Button of the dialogue with the box' },
  'ask.empty': { where: 'Button: empties the box' },
  'ask.emptied': { where: 'Said when the box has been emptied' },
  'ask.failed': { where: 'When the rules of the box failed to load' },
  'ask.cut': { where: 'In the box, between the ends of a very long text', placeholders: ['count'] },
  'ask.reading': { where: 'While a long text is read', placeholders: ['count'] },
  'ask.stop': { where: 'Button: stops that' },
  'ask.stopped': { where: 'After that button' },
  'ask.program': { where: 'Name of a choice of program above the answer' },
  'ask.other': {
    where: 'When a text on a guide’s page is about another program',
    placeholders: ['product'],
  },
  'ask.settings-wait': { where: 'Instead of a comparison, until a program is chosen' },
  'ask.values': { where: 'Heading above the values that a text names' },
  'ask.values-wait': { where: 'Instead of a link with the values, until a program is chosen' },
  'ask.values-hint': { where: 'Below the values' },
  'ask.values-take': { where: 'Link: opens the guide with the values', placeholders: ['product'] },
  'ask.values-here': { where: 'Link on a page of that guide' },
  'ask.values-copy': { where: 'Button' },
  'ask.object-id': { where: 'Below the values', placeholders: ['id'] },
  'ask.token': { where: 'Heading above what a token says' },
  'ask.token-warning': { where: 'Below that heading' },
  'ask.hits': { where: 'Heading above the pages found' },
  'ask.hits-found': {
    where: 'Said when pages were found',
    placeholders: ['count'],
    count: 'count',
  },
  'ask.no-hits': { where: 'Instead of pages' },
  'ask.bare-id': { where: 'Instead of pages, for an ID without its name' },
  'ask.hit-guide': { where: 'After a page found: its kind' },
  'ask.hit-step': { where: 'After a page found: its kind' },
  'ask.hit-check': { where: 'After a page found: its kind' },
  'ask.hit-error': { where: 'After a page found: its kind' },
  'ask.hit-symptom': { where: 'After a page found: its kind' },
  'ask.hit-term': { where: 'After a page found: its kind' },
  'ask.hit-page': { where: 'After a page found: its kind' },
  'decoder.found': {
    where: 'Said and shown above the results',
    placeholders: ['count'],
    count: 'count',
  },
  'decoder.more': {
    where: 'Below the results and in the report, if a text has more codes than are explained',
    placeholders: ['count'],
    count: 'count',
  },
  'decoder.nothing': { where: 'Instead of results' },
  'decoder.nothing-read': { where: 'Instead of results, if only part of a long text was read' },
  'decoder.signed-in': {
    where: 'Instead of results, if a returned address has no error',
  },
  'decoder.token-issued': { where: 'Instead of results, if the text is an answer with a token' },
  'decoder.without-code': { where: 'Link to the questions, if no message was found' },
  'decoder.truncated': { where: 'Above the results of a very long text' },
  'decoder.unknown': {
    where: 'Title of a code that is not in the catalogue',
    placeholders: ['code'],
  },
  'decoder.unknown-advice': { where: 'Below an unknown code' },
  'decoder.status-advice': { where: 'Below a mail server’s status that is not in the catalogue' },
  'decoder.status-matter.recipient': { where: 'Below it: a status x.1.x' },
  'decoder.status-matter.mailbox': { where: 'Below it: a status x.2.x' },
  'decoder.status-matter.server': { where: 'Below it: a status x.3.x or x.4.x' },
  'decoder.status-matter.protocol': { where: 'Below it: a status x.5.x' },
  'decoder.status-matter.content': { where: 'Below it: a status x.6.x' },
  'decoder.status-matter.policy': { where: 'Below it: a status x.7.x' },
  'decoder.family': {
    where: 'Below an unknown number, above the steps of the numbers that begin like it',
  },
  'decoder.guess': { where: 'Above possible codes, if digits were lost' },
  'decoder.unknown-other': { where: 'Below those codes, if possibly no digits were lost' },
  'decoder.redirect': { where: 'Heading above the redirect URI that was sent' },
  'decoder.redirect-sent': { where: 'Before the redirect URI that the program sent' },
  'decoder.redirect-expected': { where: 'Before the guide’s redirect URI' },
  'decoder.two-addresses': {
    where: 'Heading, if a program sent one redirect URI at sign-in and another for the token',
  },
  'decoder.two-addresses-advice': { where: 'Below that heading' },
  'decoder.two-addresses-first': { where: 'Before the redirect URI of the sign-in' },
  'decoder.two-addresses-second': { where: 'Before the redirect URI of the request for the token' },
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
  'decoder.share-ids': { where: 'Label of a checkbox: include IDs and addresses' },
  'decoder.share-lines': { where: 'Name of a list of checkboxes: lines of the pasted text' },
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
    where: 'First line of the text to pass on, with this site’s version',
    placeholders: ['version'],
  },
  'report.program': { where: 'In that text: the program', placeholders: ['product'] },
  'report.step': { where: 'In that text: the step that fixes it', placeholders: ['title'] },
  'report.known': { where: 'In that text: a message', placeholders: ['code', 'title'] },
  'report.unknown': { where: 'In that text: a message', placeholders: ['code'] },
  'report.none': { where: 'In that text, if no message was found' },
  'report.sentence': {
    where: 'In that text: Microsoft’s sentence from the catalogue',
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
  'redacted.mail': { where: 'Replaces text that was removed' },
  'redacted.name': { where: 'Replaces the name of a person, an organisation or an app' },
  'redacted.code': { where: 'Replaces text that was removed' },
  'redacted.token': { where: 'Replaces text that was removed' },
  'redacted.secret': { where: 'Replaces text that was removed' },
  'redacted.id': { where: 'Replaces text that was removed' },
  'redacted.address': { where: 'Replaces an address that was removed' },
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

/** The details a word needs: one text or number per placeholder; most need none. */
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

/** Every key with its description for translators. */
export const wordKeys: ReadonlyMap<string, WordKeyDefinition> = new Map<string, WordKeyDefinition>([
  ...Object.entries(fixedKeys),
  ...codeKeys('problems', problemCodes, 'Below a field: the problem and its solution'),
  ...codeKeys('findings', findingCodes, 'Below a pasted setting: a finding'),
  ...codeKeys(
    'redirect-difference',
    redirectDifferenceCodes,
    'How the sent redirect URI differs from the nearest known one',
  ),
  ...Object.keys(oauthErrors).map((error): [string, WordKeyDefinition] => [
    `oauth.${error}`,
    { where: 'A message with an OAuth error and no code: its meaning, and what to do' },
  ]),
  ...codeKeys('settings.found', settingFindings, 'Result of comparing pasted settings'),
  ...differenceKinds.map((kind): [string, WordKeyDefinition] => [
    `difference.${kind}`,
    { where: 'How a pasted line or address differs, in parentheses' },
  ]),
  ...codeKeys(
    'notes',
    noteCodes,
    'Below a field: a change made to the value, or something odd about it',
  ),
]);
