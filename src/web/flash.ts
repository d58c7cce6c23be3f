import { type Message, msg, plain } from '../base/message.ts';
import type { PageCall } from './define.ts';

const NAME = 'page-notice';
const TTL_MS = 5 * 60_000;

/** Texts that one page can leave for the next. */
export type FlashKey =
  | 'accountcreatedtext'
  | 'changecredentials-success'
  | 'removecredentials-success'
  | 'unlinkaccounts-success'
  | 'linkaccounts-success-text'
  | 'latchkey-email-changed'
  | 'latchkey-email-removed'
  | 'latchkey-sessions-ended'
  | 'botpasswords-deleted-body'
  | 'botpasswords-updated-body';

/** Leaves a text for the next page of this session. Parameters are shown as they are. */
export const leaveFlash = ({ session }: PageCall, key: FlashKey, ...params: readonly string[]): Promise<void> =>
  session.save(NAME, JSON.stringify([key, ...params]), TTL_MS);

/** Takes the text that was left for this page; null when there is none. */
export async function takeFlash({ session, actor }: PageCall): Promise<Message | null> {
  // Visitors have nothing to be told: no look-up for them.
  const text = actor.user ? await session.take(NAME) : null;
  if (text === null) return null;
  const [key = '', ...params] = JSON.parse(text) as string[];
  return msg(key, ...params.map(plain));
}
