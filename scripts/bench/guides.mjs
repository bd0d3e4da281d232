// Made-up guides for measuring builds: the same structure, each with its own texts.
import { mkdirSync, writeFileSync } from 'node:fs';

const checked = '2026-11-20';
const languages = ['de', 'en'];
const values = [
  { id: 'instanceHost', kind: 'host', sample: 'www.muster.example' },
  {
    id: 'tenantId',
    kind: 'tenant-id',
    form: 'guid',
    sample: '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
  },
  { id: 'clientId', kind: 'client-id', sample: '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4' },
  { id: 'mailbox', kind: 'mailbox', sample: 'post@muster.example' },
  {
    id: 'enterpriseObjectId',
    kind: 'object-id',
    optional: true,
    sample: '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9',
  },
  { id: 'secretExpires', kind: 'date', maxMonths: 24, optional: true, sample: '2028-11-20' },
];
const permissions = ['Mail.ReadWrite', 'Mail.Send'];

/** Each step's topic, the page that it opens, and its special components. */
const steps = [
  {
    id: 'register-app',
    opens: 'new-registration',
    mends: ['register-app', 'client-id', 'tenant-id'],
    asks: ['tenantId', 'clientId'],
    has: '<AccountType />',
  },
  {
    id: 'redirect-uris',
    opens: 'authentication',
    mends: ['redirect-uri'],
    asks: ['instanceHost'],
    has: '<RedirectUris />',
  },
  {
    id: 'permissions',
    opens: 'permissions',
    mends: ['permissions', 'admin-consent'],
    asks: [],
    has: '<Permissions />',
  },
  {
    id: 'client-secret',
    opens: 'credentials',
    mends: ['client-secret'],
    asks: ['secretExpires'],
    has: '<SecretCheck />',
  },
  {
    id: 'limit-access',
    opens: 'all-users',
    mends: ['user', 'license'],
    asks: ['enterpriseObjectId', 'mailbox'],
    has: '<Commands id="confine-mailbox" />',
  },
];

const sentences = {
  de: [
    'Öffnen Sie die Seite und warten Sie, bis die Liste steht.',
    'Prüfen Sie den Wert Zeichen für Zeichen.',
    'Speichern Sie danach und laden Sie die Seite neu.',
    'Fehlt der Eintrag, legen Sie ihn an.',
  ],
  en: [
    'Open the page and wait until the list is there.',
    'Compare the value character by character.',
    'Save then and load the page again.',
    'Where the entry is missing, create it.',
  ],
};

/** A guide.yml; JSON is YAML. */
function guideFile(product) {
  return {
    product,
    values,
    registration: {
      name: product,
      audience: 'single-tenant',
      redirects: [{ platform: 'web', pattern: 'https://{instanceHost}/oauth' }],
      publicClientFlows: [{ setting: 'no' }],
      credentials: [{ kind: 'secret', maxMonths: 24 }],
      owner: 'mailbox',
      permissions: permissions.map((name) => ({ api: 'graph', name, type: 'application' })),
      consent: 'administrator',
    },
    token: [],
    mailServers: [],
    smtpAuth: 'not-needed',
    steps: steps.map(({ id, opens, mends }) => ({
      id,
      role: 'cloud-application-administrator',
      window: 'entra',
      minutes: 5,
      opens,
      mends,
    })),
  };
}

function wordsFile(product, [sentence]) {
  const word = (id) => ({
    label: `${product} ${id}`,
    hint: sentence,
    placeholder: id.toUpperCase(),
  });
  return {
    title: product,
    summary: sentence,
    prepare: [sentence],
    values: Object.fromEntries(values.map(({ id }) => [id, word(id)])),
    permissions: Object.fromEntries(permissions.map((name) => [name, sentence])),
  };
}

/** A step of average length: a list, fields, notes, a table, the result and other outcomes. */
function stepFile(product, { id, asks, has }, index, texts) {
  const say = (from, count) =>
    Array.from({ length: count }, (_, at) => texts[(from + at) % texts.length]).join(' ');
  const other = steps[(index + 1) % steps.length].id;
  const front = {
    title: `${product} ${id}`,
    purpose: texts[index % texts.length],
    sources: [{ title: product, kind: 'vendor', checked }],
  };
  const parts = [
    say(index, 6),
    texts
      .map((text, at) => `${at + 1}. ${text} <Label id="authentication" /> <Value of="clientId" />`)
      .join('\n'),
    ...asks.map((value) => `<ValueField value="${value}" />`),
    has,
    `## ${product}`,
    `${say(index + 1, 6)} <StepLink to="${other}">${product}</StepLink>`,
    `| A | B |\n| --- | --- |\n${texts.map((text) => `| ${text} | <Value of="tenantId" /> |`).join('\n')}`,
    `<Note kind="trap">\n\n${say(index, 3)}\n\n</Note>`,
    `<More title="${product}">\n\n${say(index + 2, 6)}\n\n</More>`,
    `<Result>\n\n${say(index, 2)}\n\n</Result>`,
    `<Otherwise>\n\n<Case shows="AADSTS7000215" step="${id}">\n\n${say(index, 3)}\n\n</Case>\n\n</Otherwise>`,
  ];
  return `---\n${JSON.stringify(front)}\n---\n\n${parts.join('\n\n')}\n`;
}

/** Writes `count` guides into a folder, beside the existing ones. */
export function writeGuides(folder, count) {
  for (let number = 1; number <= count; number += 1) {
    const product = `Programm ${String(number)}`;
    const guide = `${folder}/bench-${String(number)}`;
    mkdirSync(guide, { recursive: true });
    writeFileSync(`${guide}/guide.yml`, JSON.stringify(guideFile(product)));
    for (const language of languages) {
      const texts = sentences[language];
      mkdirSync(`${guide}/${language}`);
      writeFileSync(
        `${guide}/${language}/guide-words.yml`,
        JSON.stringify(wordsFile(product, texts)),
      );
      steps.forEach((step, index) => {
        writeFileSync(`${guide}/${language}/${step.id}.mdx`, stepFile(product, step, index, texts));
      });
    }
  }
}
