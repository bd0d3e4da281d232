/** Offers the page in the browser's language, once: nobody is led elsewhere unasked. */

import words from 'lotse-words:site.offer-close';
import { languages } from '../i18n/languages.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { make, makeButton } from './dom.ts';
import { loadWords, pageSay } from './page-speaker.ts';

/** The link to the page in the first of the browser's languages that it exists in; undefined if that is its own. */
function offered(): HTMLAnchorElement | undefined {
  for (const wanted of navigator.languages) {
    const [code = ''] = wanted.split('-');
    if (code === document.documentElement.lang) return undefined;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-head a[hreflang]')) {
      if (link.hreflang === code) return link;
    }
  }
  return undefined;
}

/** Shows the offer below the page’s content, until the reader takes or closes it. */
export async function offerLanguage(): Promise<void> {
  const link = offered();
  if (!link || readStored('offer') === false) return;
  await loadWords(words);
  const { offer } = languages[link.hreflang as keyof typeof languages];
  const close = makeButton('×', () => {
    writeStored('offer', false);
    box.remove();
  });
  close.setAttribute('aria-label', pageSay('site.offer-close'));
  const box = make(
    'p',
    { class: 'sheet' },
    make('a', { href: link.href, lang: link.hreflang, hreflang: link.hreflang }, offer),
    close,
  );
  // Within reach, and moving nothing.
  box.style.insetBlock = 'auto 1rem';
  document.querySelector('.site-foot')?.append(box);
}
