/** Checks the reader's mail server settings, and reports combinations that cannot work. */

import { judged, type Finding, type Findings } from '../compare/findings.ts';
import type { ApplicableGuide, MailServer } from '../guide/guide.ts';
import { cleanText, excerpt } from '../values/text.ts';

/** The settings as typed by the reader, or as shown in the product's form. */
export interface TypedServer {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  readonly encryption: string;
}

/** The findings about the settings, and the server that they are meant for, if the product has one. */
export interface ServerFindings extends Findings {
  readonly expected?: MailServer | undefined;
}

/** A mail server's settings as texts to show and to copy. */
export interface ServerRow {
  readonly protocol: MailServer['protocol'];
  readonly protocolName: string;
  readonly host: string;
  readonly port: string;
  readonly encryption: MailServer['encryption'];
  readonly encryptionName: string;
  /** The product's own name for the encryption, if it differs. */
  readonly productWord?: string | undefined;
}

type Protocol = MailServer['protocol'];
type TypedEncryption = MailServer['encryption'] | 'none' | 'automatic';

const protocolNames = { smtp: 'SMTP', imap: 'IMAP', pop: 'POP3' } as const;
const encryptionNames = { tls: 'SSL/TLS', starttls: 'STARTTLS' } as const;

interface KnownPort {
  readonly protocol: Protocol;
  /** How Microsoft starts a connection on this port: encrypted, unencrypted (`plain`), or not at all. */
  readonly start: MailServer['encryption'] | 'plain' | 'not-offered';
}

/**
 * The usual ports. Microsoft offers 587 and 25 for SMTP, both with STARTTLS, and not 465.
 * @see https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365 checked 2026-11-20
 * @see https://github.com/jstedfast/MailKit/issues/1126 995 with STARTTLS times out, checked 2026-11-20 (BM-11)
 */
const knownPorts: ReadonlyMap<number, KnownPort> = new Map([
  [993, { protocol: 'imap', start: 'tls' }],
  [995, { protocol: 'pop', start: 'tls' }],
  [587, { protocol: 'smtp', start: 'starttls' }],
  [25, { protocol: 'smtp', start: 'starttls' }],
  [465, { protocol: 'smtp', start: 'not-offered' }],
  [143, { protocol: 'imap', start: 'plain' }],
  [110, { protocol: 'pop', start: 'plain' }],
]);

/** Long enough for any setting. */
const settingLimit = 300;

function setting(text: string): string {
  return cleanText(text.slice(0, settingLimit)).text;
}

function protocolOf(text: string): Protocol | undefined {
  if (/imap/i.test(text)) return 'imap';
  if (/pop/i.test(text)) return 'pop';
  return /smtp/i.test(text) ? 'smtp' : undefined;
}

/** `OAuth TLS (auto)` is automatic, despite its other words (FF-15). */
function encryptionOf(text: string): TypedEncryption | undefined {
  const word = text.toLowerCase().replace(/[\s_-]/g, '');
  if (word.includes('auto')) return 'automatic';
  if (/starttls|explizit|explicit/.test(word)) return 'starttls';
  if (
    /^(?:none|no|keine?|nein|ohne|off|aus|plain|klartext|unencrypted|unverschlüsselt|aucune?|non|sans|enclair|nonchiffrée?|)$/.test(
      word,
    )
  ) {
    return 'none';
  }
  return /ssl|tls|implizit|implicit/.test(word) ? 'tls' : undefined;
}

/** Ignores capitals and a trailing dot, which do not change the host. */
function bareHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

function hostFindings(host: string, { host: expected }: MailServer): readonly Finding[] {
  if (host === '') return [{ code: 'server-host-missing', expected }];
  if (bareHost(host) === bareHost(expected)) return [];
  return [{ code: 'server-wrong-host', host: excerpt(host, 60), expected }];
}

function portFindings(port: number, server: MailServer): readonly Finding[] {
  const expected = String(server.port);
  if (Number.isNaN(port)) return [{ code: 'server-port-unreadable', expected }];
  if (port === server.port) return [];
  const known = knownPorts.get(port);
  const details = { port: String(port), expected };
  if (known && known.protocol !== server.protocol) {
    const [found, protocol] = [protocolNames[known.protocol], protocolNames[server.protocol]];
    return [{ code: 'server-wrong-protocol-port', ...details, found, protocol }];
  }
  if (known?.start === 'not-offered') return [{ code: 'server-port-not-offered', ...details }];
  if (known?.start === 'plain') return [{ code: 'server-port-plain', ...details }];
  const isAlternative = known?.start === server.encryption;
  return [{ code: isAlternative ? 'server-port-alternative' : 'server-wrong-port', ...details }];
}

/** Whether this is the product's own name for the server's encryption. */
function isProductWord(typed: string, { productEncryption }: MailServer): boolean {
  const dense = (word = '') => word.toLowerCase().replace(/\s/g, '');
  return productEncryption !== undefined && dense(typed) === dense(productEncryption);
}

function productWordFindings(server: MailServer): readonly Finding[] {
  const { productEncryption: word, encryption } = server;
  if (word === undefined || encryptionOf(word) === encryption) return [];
  return [{ code: 'server-product-word', word, encryption: encryptionNames[encryption] }];
}

/** Checks the combination of port and encryption. */
function pairFinding(
  port: number,
  typed: 'tls' | 'starttls',
  server: MailServer,
): Finding | undefined {
  const start = knownPorts.get(port)?.start;
  const encryption = encryptionNames[typed];
  if (start === 'tls' && typed === 'starttls') {
    return { code: 'server-port-tls', port: String(port), encryption };
  }
  if (start === 'starttls' && typed === 'tls') {
    return { code: 'server-port-starttls', port: String(port), encryption };
  }
  if (typed === server.encryption || port !== server.port) return undefined;
  return {
    code: 'server-wrong-encryption',
    encryption,
    expected: encryptionNames[server.encryption],
  };
}

function encryptionFindings(text: string, port: number, server: MailServer): readonly Finding[] {
  const expected = encryptionNames[server.encryption];
  if (isProductWord(text, server) && port === server.port) return productWordFindings(server);
  const typed = encryptionOf(text);
  switch (typed) {
    case undefined:
      return [{ code: 'server-encryption-unknown', expected }];
    case 'none':
      return [{ code: 'server-none-encryption', expected }];
    case 'automatic':
      return [{ code: 'server-encryption-automatic', expected }];
    case 'tls':
    case 'starttls': {
      const pair = pairFinding(port, typed, server);
      return pair === undefined ? productWordFindings(server) : [pair];
    }
    default:
      return typed satisfies never;
  }
}

/** The server that best matches the typed settings. */
function closest(
  servers: readonly MailServer[],
  host: string,
  port: number,
): MailServer | undefined {
  const sameHost = servers.filter((one) => bareHost(one.host) === bareHost(host));
  return (
    sameHost.find((one) => one.port === port) ??
    servers.find((one) => one.port === port) ??
    sameHost[0] ??
    servers[0]
  );
}

/**
 * Compares a mail server's settings with the product's, tolerating spelling: `993 ` is a port, `SSL` and `Start TLS`
 * are encryptions. An automatic encryption is accepted, because its effect is unknown.
 * @see https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/pop3-and-imap4/pop3-and-imap4 checked 2026-11-20 (BM-11, FF-15)
 */
export function checkMailServer(
  typed: TypedServer,
  expected: readonly MailServer[],
): ServerFindings {
  const protocol = protocolOf(setting(typed.protocol));
  const host = setting(typed.host);
  const portText = setting(typed.port);
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : NaN;
  const server = closest(
    expected.filter((one) => one.protocol === protocol),
    host,
    port,
  );
  if (server === undefined) {
    const shown =
      protocol === undefined ? excerpt(setting(typed.protocol), 40) : protocolNames[protocol];
    return judged([{ code: 'server-protocol-unexpected', protocol: shown }], {
      code: 'server-right',
    });
  }
  const findings: readonly Finding[] = [
    ...hostFindings(host, server),
    ...portFindings(port, server),
    ...encryptionFindings(setting(typed.encryption), port, server),
  ];
  return { ...judged(findings, { code: 'server-right' }), expected: server };
}

/** The guide's mail servers as texts, in order. */
export function serverRows({ mailServers }: ApplicableGuide): readonly ServerRow[] {
  return mailServers.map(({ protocol, host, port, encryption, productEncryption }) => ({
    protocol,
    protocolName: protocolNames[protocol],
    host,
    port: String(port),
    encryption,
    encryptionName: encryptionNames[encryption],
    productWord: productEncryption,
  }));
}
