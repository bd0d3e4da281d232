import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorsSchema } from '../../src/content-model/errors.ts';
import { guideChunkOf, guideNamesOf } from '../../src/content-model/guide-chunk.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { checkSearchWords, searchWords } from '../../src/content-model/search-words.ts';
import { searchChunk, searchChunkOf } from '../../src/content-model/search-chunk.ts';
import { searchDocuments } from '../../src/content-model/search-documents.ts';
import { Report } from '../../src/content-model/report.ts';
import type { PackedIndex } from '../../src/domain/search/documents.ts';
import { loadIndex, searchFor, type SearchIndex } from '../../src/domain/search/search.ts';
import { wordsOf } from '../../src/domain/search/words.ts';
import { address } from '../../src/i18n/addresses.ts';
import { languageCodes, type Language } from '../../src/i18n/languages.ts';
import { anyText, longTexts } from '../fixtures/any-text.ts';

const content = readContent();
const guides = Object.values(guideChunkOf(content)).map(({ guide }) => guide);
type PerLanguage<Thing> = Readonly<Record<Language, Thing>>;
const packed = Object.fromEntries(
  languageCodes.map((language) => [language, searchChunkOf(content, language)]),
) as PerLanguage<PackedIndex>;
/** As the browser gets it. */
const indexes = Object.fromEntries(
  languageCodes.map((language) => [
    language,
    loadIndex(JSON.parse(JSON.stringify(packed[language])) as PackedIndex),
  ]),
) as PerLanguage<SearchIndex>;

function placesFor(query: string, language: Language = 'de', guide?: string): readonly string[] {
  return searchFor(query, indexes[language], { guide }).map((hit) => hit.address);
}

/** Whether one of the first three places matches. */
function isFound(query: string, place: RegExp, language: Language = 'de'): void {
  expect(placesFor(query, language).slice(0, 3).join('\n')).toMatch(place);
}

describe('among the first three in German', () => {
  it.each([
    // what does not work
    ['Senden geht nicht', /\/errors\/#|\/smtp-auth\//m],
    ['Mails kommen nicht an', /\/errors\/#/m],
    ['mails gehen nicht raus', /\/errors\/#/m],
    ['versand klappt nicht', /\/errors\/#/m],
    ['Fehler beim Login', /\/errors\/#|\/sign-in-test\//m],
    ['es funktioniert nicht mehr', /\/errors\/#/m],
    ['Anmeldung geht nicht', /\/errors\/#/m],
    ['Absender wird abgelehnt', /\/errors\/#/m],
    ['passwort geändert', /\/errors\/#/m],
    // the secret
    ['Geheimnis abgelaufen', /aadsts7000222|\/client-secret\//],
    ['wie lange gilt das geheimnis', /\/reminder\/|\/client-secret\//],
    ['clientschlüsel', /#client-secret$|\/client-secret\//m],
    ['Clientgeheimnis', /\/client-secret\/|\/glossary\/#client-secret/],
    ['client secret', /\/client-secret\//],
    ['Secret erneuern', /\/renew\//],
    ['Geheimnis erneuern', /\/renew\//],
    ['abbauen', /\/remove\//],
    ['Zusammenfassung', /\/summary\//],
    ['schluessel ablauf', /\/reminder\//],
    ['clientschlüssel falsch', /aadsts7000215/],
    ['sekret', /\/client-secret\//],
    ['kalender', /\/reminder\//],
    // redirect URIs
    ['Redirect URI', /\/redirect-uris\//],
    ['redirect-uri', /\/redirect-uris\//],
    ['reply url', /\/redirect-uris\//],
    ['Antwort-URL', /\/redirect-uris\//],
    ['Umleitungsadresse', /\/redirect-uris\//],
    ['weiterleitungsadresse', /\/redirect-uris\//],
    ['callback url', /\/redirect-uris\//],
    ['umleitugs-uri', /\/redirect-uris\//],
    // IDs
    ['wo finde ich die Mandanten-ID', /#tenant-id$|\/register-app\//m],
    ['Mandantenkennung', /#tenant-id$/m],
    ['tenant id', /#tenant-id$|\/register-app\//m],
    ['Verzeichnis-ID', /#tenant-id$|\/register-app\//m],
    ['anwendungs id', /#client-id$/m],
    ['client-id', /#client-id$/m],
    ['objekt-id', /\/limit-access\/|#enterprise-application$/m],
    // permissions
    ['berechtigung', /#permission$|\/permissions\//m],
    ['api permissions', /\/permissions\//],
    ['admin zustimmung', /#consent$|need-admin-approval|\/permissions\//m],
    ['administratorgenehmigung', /need-admin-approval|\/errors\/#|\/permissions\//m],
    ['Mail.Send', /\/ipm-cloud\/permissions\//],
    ['offline_access', /\/permissions\//],
    // settings
    ['token endpunkt', /#token-endpoint$|\/token-endpoint\//m],
    ['Tokenendpunkt', /#token-endpoint$|\/token-endpoint\//m],
    ['smtp auth deaktiviert', /535-5-7-139-(?:tenant|mailbox)|\/smtp-auth\//],
    ['smtp senden erlauben', /\/smtp-auth\//],
    ['Sicherheitsstandards', /\/security-defaults\//],
    ['security defaults', /\/security-defaults\//],
    ['sicherheits standards', /\/security-defaults\//],
    ['zwei faktor', /#multi-factor$|aadsts500(?:72|74|76|78|79)/m],
    ['mfa', /#multi-factor$/m],
    ['öffentliche clientflows', /\/public-client-flows\//],
    ['public client flows', /\/public-client-flows\//],
    ['besitzer', /\/owner\//],
    ['zugriff einschränken', /\/limit-access\//],
    ['app registriren', /\/register-app\//],
    ['benutzer anlegen', /\/mailbox-user\//],
    ['imap ordner', /\/folders\//],
    ['dienst neu starten', /\/restart\//],
    ['powershell', /powershell-command-unknown|\/check\//],
    ['einstellungen prüfen', /\/check\//],
    ['manifest', /portal-manifest-property|\/check\//],
    ['freigegebenes postfach', /#shared-mailbox$/m],
    ['was ist ein token', /#token$/m],
    ['welche rolle brauche ich', /\/requirements\/|^\/\w+\/$/m],
    ['umzug', /\/errors\/#/m],
    ['timeout', /\/errors\/#/m],
    // a few words of a message
    ['invalid_client', /aadsts7000215/],
    ['user is locked by your organization', /535-5-7-139-security-defaults/],
    ['does not match the redirect uris configured', /aadsts50011/],
    ['zugriff verweigert', /graph-access-denied/],
    ['Postfach voll', /554-5-2-2/],
    // programs and pages
    ['iPM Cloud', /^\/ipm-cloud\/$/m],
    ['ipmcloud', /^\/ipm-cloud\/$/m],
    ['flowfact', /^\/flowfact\/$/m],
    ['flowf', /^\/flowfact\/$/m],
    ['bm', /^\/bm\/$/m],
    ['cmx organize', /^\/cmxorganize\/$/m],
    ['webmail', /^\/bm\/$/m],
    ['datenschutz', /^\/privacy\/$/m],
    ['impressum', /^\/imprint\/$/m],
    ['support link mit werten', /^\/support\/links\/$/m],
    ['ticket beantworten', /^\/support\/$/m],
    ['glossar', /^\/glossary\/$/m],
    ['fehlermeldungen', /^\/errors\/$/m],
    ['alle schritte drucken', /\/all\/$/m],
  ])('%s', (query, place) => {
    isFound(query, place);
  });
});

describe('among the first three in French', () => {
  it.each([
    ['l’envoi ne fonctionne pas', /\/errors\/#|\/smtp-auth\//m],
    ['les mails n’arrivent pas', /\/errors\/#/m],
    ['les e-mails ne partent pas', /\/errors\/#/m],
    ['impossible d’envoyer', /\/errors\/#|\/smtp-auth\//m],
    ['erreur de connexion', /\/errors\/#|\/sign-in-test\//m],
    ['ça ne marche plus', /\/errors\/#/m],
    ['expéditeur refusé', /\/errors\/#/m],
    ['mot de passe changé', /\/errors\/#/m],
    ['secret expiré', /aadsts7000222|\/client-secret\//],
    ['combien de temps le secret est-il valide', /\/reminder\/|\/client-secret\//],
    ['secret cliant', /#client-secret$|\/client-secret\//m],
    ['clé secrète', /\/client-secret\/|\/glossary\/#client-secret/],
    ['client secret', /\/client-secret\//],
    ['renouveler le secret', /\/renew\//],
    ['démonter', /\/remove\//],
    ['récapitulatif', /\/summary\//],
    ['agenda', /\/reminder\//],
    ['rappel', /\/reminder\//],
    ['secret client faux', /aadsts7000215/],
    ['URI de redirection', /\/redirect-uris\//],
    ['url de redirection', /\/redirect-uris\//],
    ['reply url', /\/redirect-uris\/|#redirect-uri$/m],
    ['callback', /\/redirect-uris\/|#redirect-uri$/m],
    ['où trouver l’ID de locataire', /#tenant-id$|\/register-app\//m],
    ['tenant id', /#tenant-id$|\/register-app\//m],
    ['ID client', /#client-id$/m],
    ['identifiant de l’application', /#client-id$/m],
    ['ID d’objet', /\/limit-access\/|#enterprise-application$/m],
    ['permission', /#permission$|\/permissions\//m],
    ['autorisations api', /\/permissions\//],
    ['consentement administrateur', /#consent$|need-admin-approval|\/permissions\//m],
    ['approbation administrateur', /need-admin-approval|\/errors\/#|\/permissions\//m],
    ['Mail.Send', /\/ipm-cloud\/permissions\//],
    ['offline_access', /\/permissions\//],
    ['point de terminaison du jeton', /#token-endpoint$|\/token-endpoint\//m],
    ['token endpoint', /#token-endpoint$|\/token-endpoint\//m],
    ['smtp auth désactivé', /535-5-7-139-(?:tenant|mailbox)|\/smtp-auth\//],
    ['autoriser envoi smtp', /\/smtp-auth\//],
    ['paramètres de sécurité par défaut', /\/security-defaults\//],
    ['security defaults', /\/security-defaults\//],
    ['double authentification', /#multi-factor$/m],
    ['2FA', /#multi-factor$/m],
    ['mfa', /#multi-factor$/m],
    ['propriétaire', /\/owner\//],
    ['limiter l’accès', /\/limit-access\//],
    ['inscrire l’application', /\/register-app\//],
    ['enregistrer application azure', /\/register-app\//],
    ['créer un utilisateur', /\/mailbox-user\//],
    ['powershell', /powershell-command-unknown|\/check\/|smtp-auth/],
    ['vérifier les réglages', /\/check\//],
    ['boîte mail partagée', /#shared-mailbox$/m],
    ['BAL partagée', /#shared-mailbox$/m],
    ['qu’est-ce qu’un jeton', /#token$/m],
    ['token', /token/],
    ['quel rôle', /\/requirements\/|^\/fr\/[\w-]+\/$/m],
    ['déménagement', /\/errors\/#/m],
    ['timeout', /\/errors\/#/m],
    ['invalid_client', /aadsts7000215/],
    ['accès refusé', /graph-access-denied|access/],
    ['boîte pleine', /554-5-2-2/],
    ['iPM Cloud', /^\/fr\/ipm-cloud\/$/m],
    ['flowfact', /^\/fr\/flowfact\/$/m],
    ['bm', /^\/fr\/bm\/$/m],
    ['cmx organize', /^\/fr\/cmxorganize\/$/m],
    ['RGPD', /^\/fr\/privacy\/$/m],
    ['mentions légales', /^\/fr\/imprint\/$/m],
    ['glossaire', /^\/fr\/glossary\/$/m],
    ['messages d’erreur', /^\/fr\/errors\/$/m],
    ['imprimer toutes les étapes', /\/all\/$/m],
    ['Umleitungs-URI', /\/redirect-uris\//],
    ['mauvais mot de passe', /aadsts50126/],
    ['étendue', /#scope$/m],
    ['relever les mails imap', /errors\/#|smtp-auth|folders|flowfact|bm/],
  ])('%s', (query, place) => {
    isFound(query, place, 'fr');
  });
});

describe('among the first three in English', () => {
  it.each([
    ['sending does not work', /\/errors\/#/m],
    ['mails are not arriving', /\/errors\/#/m],
    ['login error', /\/errors\/#/m],
    ['secret expired', /aadsts7000222|\/client-secret\//],
    ['how long is the secret valid', /aadsts7000222|\/client-secret\/|\/reminder\//],
    ['client secrt', /#client-secret$|\/client-secret\//m],
    ['reminder', /\/reminder\//],
    ['redirect URI', /\/redirect-uris\//],
    ['where do I find the tenant ID', /#tenant-id$/m],
    ['directory id', /#tenant-id$/m],
    ['application id', /#client-id$/m],
    ['permission', /#permission$/m],
    ['permissions', /#permission$|\/permissions\//m],
    ['admin consent', /#consent$|need-admin-approval/m],
    ['token endpoint', /#token-endpoint$|\/token-endpoint\//m],
    ['smtp auth disabled', /535-5-7-139-(?:tenant|mailbox)/],
    ['two factor', /#multi-factor$/m],
    ['security defaults', /\/security-defaults\//],
    ['shared mailbox', /#shared-mailbox$/m],
    ['wrong password', /aadsts50126/],
    ['register app', /\/en\/ipm-cloud\/register-app\//],
    ['ipm cloud', /^\/en\/ipm-cloud\/$/m],
    ['flowfact', /^\/en\/flowfact\/$/m],
    ['glossary', /^\/en\/glossary\/$/m],
    ['privacy', /^\/en\/privacy\/$/m],
    ['check settings', /\/check\/$/m],
    ['Umleitungs-URI', /\/redirect-uris\//],
  ])('%s', (query, place) => {
    isFound(query, place, 'en');
  });
});

describe('a number', () => {
  it.each([
    ['50011', '/errors/aadsts50011/'],
    ['AADSTS50011', '/errors/aadsts50011/'],
    ['aadsts 50011', '/errors/aadsts50011/'],
    ['Fehler 50011 in der iPM-Cloud', '/errors/aadsts50011/'],
    ['7000222', '/errors/aadsts7000222/'],
    ['65001', '/errors/aadsts65001/'],
    ['5.7.57', '/errors/530-5-7-57/'],
    ['550 5.7.60', '/errors/550-5-7-60/'],
    ['5.2.252', '/errors/send-as-denied/'],
  ])('%s leads to its error first', (query, place) => {
    expect(placesFor(query)[0]).toBe(place);
    expect(placesFor(query, 'en')[0]).toBe(`/en${place}`);
  });

  it.each(['5.7.139', '535 5.7.139', '535'])('%s leads to the errors that have it', (query) => {
    for (const place of placesFor(query).slice(0, 3)) expect(place).toMatch(/^\/errors\/535-/);
  });

  it('finds the error that has it as another number', () => {
    const errors = errorsSchema.parse(parse(content.get('errors/errors.yml') ?? ''));
    const others = Object.entries(errors).flatMap(([id, { also }]) =>
      also.map((number) => [String(number), `/errors/${id}/`] as const),
    );
    expect(others).not.toEqual([]);
    for (const [number, place] of others) expect(placesFor(number)[0]).toBe(place);
  });

  it('finds those that begin with it while it is typed', () => {
    expect(placesFor('70002').slice(0, 3).join()).toContain('/errors/aadsts70002/');
    expect(placesFor('700022').join()).toContain('/errors/aadsts7000222/');
  });
});

describe('on a page of a guide', () => {
  it.each(guides.map(({ id }) => id))('its own steps come first: %s', (id) => {
    expect(placesFor('Clientschlüssel erstellen', 'de', id)[0]).toBe(`/${id}/client-secret/`);
    expect(placesFor('app registrieren', 'de', id)[0]).toBe(`/${id}/register-app/`);
  });

  it('others are still found', () => {
    expect(placesFor('IMAP-Ordner zuordnen', 'de', 'bm')[0]).toBe('/flowfact/folders/');
  });
});

/** All places of the site, read from the content without the search. */
function places(language: Language): readonly string[] {
  const errors = errorsSchema.parse(parse(content.get('errors/errors.yml') ?? ''));
  const symptoms = parse(content.get('errors/symptoms.yml') ?? '') as Record<
    string,
    { readonly answers: readonly { readonly id: string }[] }
  >;
  const terms = parse(content.get(`glossary/${language}.yml`) ?? '') as object;
  return [
    ...['', 'errors', 'glossary', 'privacy', 'imprint', 'support', 'support/links'].map((page) =>
      address(language, ...(page === '' ? [] : [page])),
    ),
    ...guides.flatMap(({ id, steps }) => [
      address(language, id),
      ...['check', 'all', 'summary', 'remove', 'renew', ...steps.map((step) => step.id)].map(
        (page) => address(language, id, page),
      ),
    ]),
    ...Object.keys(errors).map((id) => address(language, 'errors', id)),
    ...Object.keys(terms).map((id) => `${address(language, 'glossary')}#${id}`),
    ...Object.entries(symptoms).flatMap(([question, { answers }]) =>
      answers
        .filter(({ id }) => id !== 'unknown')
        .map(({ id }) => `${address(language, 'errors')}#${question}-${id}`),
    ),
  ];
}

describe.each(languageCodes)('the search in %s', (language) => {
  it('knows every place of the site and no other', () => {
    const known = new Set(packed[language].hits.map((hit) => hit.address));
    expect([...known].toSorted()).toEqual([...places(language)].toSorted());
  });

  it('says what each place is', () => {
    for (const { title, line } of packed[language].hits) {
      expect(title).toMatch(/\S/);
      expect(line).toMatch(/\S/);
      expect(title + line).not.toMatch(/\{label:|\{product\}/);
    }
  });

  it('finds each step by its title', () => {
    for (const { id, steps } of guides) {
      for (const step of steps) {
        const title = guideNamesOf(content, language)[id]?.steps[step.id]?.text ?? '';
        expect(placesFor(title, language, id).slice(0, 3)).toContain(
          address(language, id, step.id),
        );
      }
    }
  });

  it('is a small chunk', () => {
    expect(brotliCompressSync(JSON.stringify(packed[language])).length).toBeLessThan(55_000);
  });

  it('answers any query, with places of the site only and each once', () => {
    const known = new Set(places(language));
    const queries = anyText('AADSTS50011', 'Umleitungs-URI', 'constructor', 'was ist ein Token');
    fc.assert(
      fc.property(queries, (query) => {
        const found = placesFor(query, language, 'bm');
        expect(found.length).toBeLessThanOrEqual(20);
        expect(new Set(found).size).toBe(found.length);
        for (const place of found) expect(known).toContain(place);
      }),
    );
  });

  it.each(['', ' ', '„“', '\0', '🚀', 'qwertzuiop'])('finds nothing for “%s”', (query) => {
    expect(placesFor(query, language)).toEqual([]);
  });

  it('finds nothing by words that say nothing', () => {
    expect(
      placesFor(
        { de: 'wo finde ich die', en: 'where do I find the', fr: 'où se trouve la' }[language],
        language,
      ),
    ).toEqual([]);
  });

  it('reads a pasted text no further than a query', () => {
    const text = 'Umleitungs-URI '.repeat(20);
    expect(placesFor(text + 'IMAP-Ordner '.repeat(100_000), language)).toEqual(
      placesFor(text, language),
    );
    const before = performance.now();
    for (const long of longTexts) placesFor(long, language);
    expect((performance.now() - before) / longTexts.length).toBeLessThan(1000);
  });
});

describe('what is not translated', () => {
  it('is found with its German title, and marked so', () => {
    const untranslated = new Map(content);
    untranslated.delete('guides/cmxorganize/en/redirect-uris.mdx');
    const index = loadIndex(searchChunkOf(untranslated, 'en'));
    const [hit] = searchFor('Umleitungs-URI eintragen', index, { guide: 'cmxorganize' });
    expect(hit).toMatchObject({
      address: '/en/cmxorganize/redirect-uris/',
      guide: 'cmxorganize',
      title: 'Umleitungs-URI eintragen',
      lang: 'de',
    });
  });
});

describe('the words for searching', () => {
  it.each(languageCodes)('each group has one that a text says: %s', (language) => {
    const said = searchDocuments(content, language)
      .map((entry) => ` ${wordsOf(Object.values(entry).join(' . ')).join(' ')} `)
      .join('');
    const unused = searchWords(content, language).same.filter(
      (group) => !group.some((phrase) => said.includes(` ${wordsOf(phrase).join(' ')} `)),
    );
    expect(unused).toEqual([]);
  });

  it.each([
    ['a group of one', 'ignored: der\nsame: [[Postfach]]\nkinds: {}', 'same'],
    ['a word without letters', 'ignored: der\nsame: [[Postfach, "-"]]\nkinds: {}', 'word'],
    ['an unknown kind', 'ignored: der\nsame: []\nkinds: { video: [Film] }', 'video'],
    ['a missing list', 'ignored: der\nkinds: {}', 'same'],
  ])('are checked: %s', (_, text, expected) => {
    const report = new Report();
    checkSearchWords(new Map([['search/de.yml', text]]), report);
    expect(JSON.stringify(report.mistakes)).toContain(expected);
  });
});

describe('the module', () => {
  const plugin = searchChunk();

  it('loads the index of the page’s language, or German for an unknown one', () => {
    const loader = plugin.load(plugin.resolveId('virtual:lotse-search') ?? '') ?? '';
    for (const code of languageCodes) {
      expect(loader).toContain(`${code}: () => import('virtual:lotse-search/${code}')`);
    }
    expect(loader).toContain('?? chunks.de');
  });

  it('has one chunk for each language', () => {
    const code = plugin.load(plugin.resolveId('virtual:lotse-search/en') ?? '') ?? '';
    const [, json = ''] = /^export default (.*);$/s.exec(code) ?? [];
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(packed.en)));
  });

  it('leaves other modules alone', () => {
    expect(plugin.resolveId('minisearch')).toBeUndefined();
    expect(plugin.load('minisearch')).toBeUndefined();
  });
});
