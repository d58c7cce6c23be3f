import { randomInt } from 'node:crypto';
import type { FlowContext } from '../../auth/provider.ts';
import { equalConstantTime, hmacSha256Hex } from '../../base/digest.ts';
import { msg, plain } from '../../base/message.ts';
import { randomHex } from '../../base/random.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { languageOf } from '../email/language.ts';

const DIGITS = 8;
const TTL_MINUTES = 30;
const TTL_MS = TTL_MINUTES * 60_000;
const MAX_WRONG = 5;

const key = (user: UserRecord, ticket: string): string => `email-code:${user.id}:${ticket}`;

const digest = (context: FlowContext, user: UserRecord, ticket: string, code: string): string =>
  hmacSha256Hex(context.services.secrets[0] as string, `${key(user, ticket)}:${code}`);

/** Mails a new code; resolves to the ticket that the code belongs to. Only a digest of the code is kept. */
export async function mailCode(context: FlowContext, user: UserRecord): Promise<string> {
  const { services, actor } = context;
  const ticket = randomHex(16);
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  await services.volatile.set(key(user, ticket), digest(context, user, ticket, code), TTL_MS);
  const language = await languageOf(services, user);
  const { messages } = services;
  const site = plain(`${services.publicUrl()}/`);
  await services.mailer.send({
    to: user.email,
    subject: messages.plain(msg('emailauth-email-subject'), language),
    text: messages.plain(
      msg('emailauth-email-body', plain(user.name), site, plain(actor.address), plain(code), TTL_MINUTES),
      language,
    ),
  });
  return ticket;
}

/** Whether it is the code, which then is used up. `spent`: it had been tried wrongly too often, or has run out. */
export async function useCode(
  context: FlowContext,
  user: UserRecord,
  ticket: string,
  given: string,
): Promise<'right' | 'wrong' | 'spent'> {
  const { volatile } = context.services;
  const { count } = await volatile.increment(`${key(user, ticket)}:tries`, TTL_MS);
  const wanted = count > MAX_WRONG ? null : await volatile.get(key(user, ticket));
  if (wanted === null) {
    await volatile.delete(key(user, ticket));
    return 'spent';
  }
  if (!equalConstantTime(digest(context, user, ticket, given.replace(/\s/g, '')), wanted)) return 'wrong';
  // Of two right answers at once, one takes it.
  return (await volatile.take(key(user, ticket))) === null ? 'spent' : 'right';
}
