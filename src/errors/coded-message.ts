import type { Message } from '../base/message.ts';

/** A message together with the code that programs read, and extra data for them. */
export interface CodedMessage {
  readonly message: Message;
  readonly code: string;
  /** Extra members beside the code (`limit`, `lag`, …). JSON values. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Message keys whose API code is another word (MediaWiki's `ApiMessage` table). */
const CODES: Readonly<Record<string, string>> = {
  noname: 'invaliduser',
  nouserspecified: 'invaliduser',
  blockedtext: 'blocked',
  'blockedtext-composite': 'blocked',
  'blockedtext-partial': 'blocked',
  systemblockedtext: 'blocked',
  autoblockedtext: 'autoblocked',
  'badaccess-group0': 'permissiondenied',
  'badaccess-groups': 'permissiondenied',
  actionthrottledtext: 'ratelimited',
  badipaddress: 'invalidip',
  nosuchusershort: 'nosuchuser',
};

/** The API code of a message key: an own word for some, else the key without `apierror-`/`apiwarn-`. */
export function codeOf(key: string): string {
  const own = CODES[key];
  if (own !== undefined) return own;
  return key.replace(/^api(?:error|warn)-/, '').replace(/[^A-Za-z0-9_-]/g, '_');
}

/** A message with its code: the given one, or the one that belongs to its key. */
export const coded = (message: Message, code?: string, data?: Readonly<Record<string, unknown>>): CodedMessage =>
  data === undefined
    ? { message, code: code ?? codeOf(message.key) }
    : { message, code: code ?? codeOf(message.key), data };
