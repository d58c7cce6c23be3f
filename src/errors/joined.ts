import { type Message, type MessageParam, msg } from '../base/message.ts';
import { type CodedMessage, coded } from './coded-message.ts';
import { type DialectName, dialect } from './dialect.ts';

/**
 * Several messages as one, where the protocol has room for one: MediaWiki's list `* $1\n* $2`. Its code is the first
 * message's in the documented dialect and MediaWiki's `___1____2` in the others. One message stays as it is.
 */
export function joined(messages: readonly CodedMessage[], compat: DialectName): CodedMessage {
  const first = messages[0];
  if (first === undefined) throw new TypeError('at least one message');
  if (messages.length === 1) return first;
  const key = messages.map((_, index) => `* $${index + 1}`).join('\n');
  const all: Message = msg(key, ...messages.map(({ message }): MessageParam => message));
  return dialect(compat, 'joinedMessageCode') === 'joined' ? coded(all) : coded(all, first.code);
}
