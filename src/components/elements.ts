/** The script of every page: connects the stored data and defines the elements. */

import noticeWords from 'lotse-words:link.,storage.,customers.device';
import readingWords from 'lotse-words:problems.,notes.,field.accepted,field.problems,field.right,copy.waits,link.waits';
import secretWords from 'lotse-words:secret.,problems.secret-,problems.value-,notes.secret-';
import { connectCustomer, ofCustomer } from '../state/customer.ts';
import { pageGuide } from '../state/guide.ts';
import { $storageHealth, probeStorage, readStored } from '../state/storage.ts';
import { connectBranches } from '../state/branches.ts';
import { connectTasks } from '../state/tasks.ts';
import { loadWithReading, connectValues, hasWaiting } from '../state/values.ts';
import { loadPart } from './load-part.ts';
import { CopyText } from './copy-text/copy-text.element.ts';
import { FilledText, loadQuoting } from './filled-text/filled-text.element.ts';
import { GeneratedLines } from './generated-lines/generated-lines.element.ts';
import { announce, loadWords, pageSay, withWords } from './page-speaker.ts';
import { PortalLink } from './portal-link/portal-link.element.ts';
import { connectSideLists } from './side-lists.ts';
import { TaskList } from './task-list/task-list.element.ts';
import { TaskState } from './task-state/task-state.element.ts';
import { ValueField } from './value-field/value-field.element.ts';
import { ValuesPanel } from './values-panel/values-panel.element.ts';

probeStorage();
connectCustomer();
// A page restored from the back/forward cache must not show an old announcement.
window.addEventListener('pagehide', () => {
  announce('');
});
loadWithReading(() => Promise.all([loadWords(readingWords), loadQuoting()]));
connectValues();
connectTasks();
connectBranches();
connectSideLists();

/** Elements of most pages. Texts are filled in before other elements read them. */
const usualElements = {
  'lotse-filled-text': FilledText,
  'lotse-copy-text': CopyText,
  'lotse-generated-lines': GeneratedLines,
  'lotse-value-field': ValueField,
  'lotse-portal-link': PortalLink,
  'lotse-task-list': TaskList,
  'lotse-task-state': TaskState,
  'lotse-values-panel': ValuesPanel,
} as const;

/** Elements of few pages, loaded only there. */
const rareElements = {
  'lotse-authentication-page': () => import('./authentication-page/authentication-page.element.ts'),
  'lotse-paste-check': () => import('./paste-check/paste-check.element.ts'),
  'lotse-choice': () => import('./choice/choice.element.ts'),
  'lotse-redirect-uris': () => import('./redirect-uris/redirect-uris.element.ts'),
  'lotse-secret-check': () =>
    withWords(import('./secret-check/secret-check.element.ts'), secretWords),
  'lotse-folded': () => import('./folded/folded.element.ts'),
  'lotse-sign-in-test': () => import('./sign-in-test/sign-in-test.element.ts'),
  'lotse-ask': () => import('./ask/ask.element.ts'),
  'lotse-secret-expiry': () => import('./secret-expiry/secret-expiry.element.ts'),
} as const;

/** Notices, loaded only when they have something to say. */
const notices = {
  'lotse-link-notice': () => withWords(import('./link-notice/link-notice.element.ts'), noticeWords),
  'lotse-sign-in-reminder': () => import('./sign-in-reminder/sign-in-reminder.element.ts'),
  'lotse-storage-notice': () =>
    withWords(import('./storage-notice/storage-notice.element.ts'), noticeWords),
} as const;

/** Elements that are right without their script, which only follows changes: nothing tells the reader that it loads. */
const followers = {
  'lotse-progress': () => import('./progress/progress.element.ts'),
  'lotse-secret-banner': () => import('./secret-banner/secret-banner.element.ts'),
} as const;

/** What brings an element: its module, which has it as its default. */
type Load = () => Promise<{ readonly default: CustomElementConstructor }>;

type Loaded<Table extends Record<string, Load>> = {
  [Tag in keyof Table]: InstanceType<Awaited<ReturnType<Table[Tag]>>['default']>;
};

function defineOnce(tag: string, { default: constructor }: Awaited<ReturnType<Load>>): void {
  if (!customElements.get(tag)) customElements.define(tag, constructor);
}

/** Loads the script of a tag's elements, except those in a collapsed box, which loads them itself; meanwhile, or if it fails, each element says so in its place. */
function define(tag: string, load: Load, failed?: string): void {
  for (const element of document.querySelectorAll<HTMLElement>(tag)) {
    if (element.parentElement?.closest('lotse-folded')) continue;
    const stop = loadPart(
      load,
      element,
      (part) => {
        defineOnce(tag, part);
      },
      failed,
    );
    void customElements.whenDefined(tag).then(stop);
  }
}

function defineNotice(tag: keyof typeof notices, failed?: string): void {
  define(tag, notices[tag], failed);
}

for (const [tag, element] of Object.entries(usualElements)) customElements.define(tag, element);
for (const [tag, load] of Object.entries(rareElements)) define(tag, load);
for (const [tag, load] of Object.entries(followers)) {
  if (document.querySelector(tag) === null) continue;
  load().then((part) => {
    defineOnce(tag, part);
  }, console.error);
}

$storageHealth.subscribe((health) => {
  if (health !== 'fine') defineNotice('lotse-storage-notice');
});
if (readStored(ofCustomer(`sign-in-test:${pageGuide()?.id ?? ''}`)) !== null) {
  defineNotice('lotse-sign-in-reminder');
}

/** Removes the leftovers of a sign-in abandoned at Microsoft; the page of the test cleans up by itself. */
async function removeSignInLeftovers(): Promise<void> {
  if (document.querySelector('lotse-sign-in-test')) return;
  if (!Object.keys(sessionStorage).some((key) => key.startsWith('msal.'))) return;
  (await import('../microsoft/sign-in-traces.ts')).forgetSignIn();
}

window.addEventListener('pageshow', () => {
  removeSignInLeftovers().catch(() => {
    // Without storage there are no leftovers; a script that did not load is tried again on the next page.
  });
});

/** Opens the box over the page; where its script does not arrive, the link leads to a page with it. */
function openBox(event: Event, { href }: HTMLAnchorElement): void {
  event.preventDefault();
  import('./ask/ask-dialog.ts')
    .then(({ openAsk }) => openAsk())
    .catch(() => {
      location.href = href;
    });
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.find')) {
  link.addEventListener('click', (event) => {
    // A new tab gets the page.
    if (!event.ctrlKey && !event.metaKey) openBox(event, link);
  });
  window.addEventListener('keydown', (event) => {
    if (event.key !== '/' || readStored('slash') === 'off') return;
    if (!(event.target as Element).matches('input, textarea, select')) openBox(event, link);
  });
}

document.querySelector('#lotse-menu')?.addEventListener('beforetoggle', () => {
  import('./menu.ts').catch(console.error);
});
if (
  !navigator.language.startsWith(document.documentElement.lang) ||
  readStored('place', 'sessionStorage')
) {
  import('./other-language.ts').catch(console.error);
}

/** Reads values from a link, whether it led to this page or to an earlier page of the guide. */
function awaitLink(): void {
  if (!pageGuide() || (!location.hash.includes('=') && !hasWaiting())) return;
  window.removeEventListener('hashchange', awaitLink);
  defineNotice('lotse-link-notice', pageSay('link.failed'));
}

window.addEventListener('hashchange', awaitLink);
awaitLink();

declare global {
  interface HTMLElementTagNameMap
    extends Loaded<typeof rareElements>, Loaded<typeof notices>, Loaded<typeof followers> {}
}
