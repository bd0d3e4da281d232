import { checkMailServer } from '../../domain/fields/mail-server.ts';
import type { MailServer } from '../../domain/guide/guide.ts';
import { findingLines } from '../findings-list.ts';
import type { Answering } from './answer.ts';

/** Checks a mail server's settings. */
export const answer: Answering['answer'] = (given, expected) => {
  const { protocol = '', host = '', port = '', encryption = '' } = given;
  const servers = expected as readonly MailServer[];
  return {
    lines: findingLines(checkMailServer({ protocol, host, port, encryption }, servers).findings),
  };
};
