import { createHmac } from 'node:crypto';
import { equalConstantTime } from '../base/digest.ts';
import { randomBase32Hex } from '../base/random.ts';

/**
 * What a session id is good for: `v` a visitor who began with a login token, `w` one who began otherwise (both without
 * state), `a` an account, `b` a bot password.
 */
export type IdKind = 'v' | 'w' | 'a' | 'b';

const BODY = 20;
const MAC = 12;
const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

/** A string that could be a session id of any server: others are not worth an answer. */
export const isWellFormedId = (id: string): boolean => /^[A-Za-z0-9_-]{32,}$/.test(id);

function mac(secret: string, kind: IdKind, body: string): string {
  const digest = createHmac('sha256', secret).update(`session:${kind}:${body}`).digest();
  let text = '';
  for (let i = 0; i < MAC; i++) text += ALPHABET[(digest[i] as number) & 31];
  return text;
}

/**
 * Makes a session id: 32 characters of `[0-9a-v]`, 100 random bits and 60 bits that only the server can make.
 *
 * The signature tells our ids from invented ones, and visitors' from those with state, without a look-up.
 */
export function newSessionId(secret: string, kind: IdKind): string {
  const body = randomBase32Hex(BODY);
  return body + mac(secret, kind, body);
}

/** The kind of an id of ours, or null when it is none. Tries each secret, so that they can be rotated. */
export function sessionIdKind(secrets: readonly string[], id: string, kinds: readonly IdKind[]): IdKind | null {
  if (id.length !== BODY + MAC) return null;
  const body = id.slice(0, BODY);
  const given = id.slice(BODY);
  for (const secret of secrets) {
    for (const kind of kinds) if (equalConstantTime(mac(secret, kind, body), given)) return kind;
  }
  return null;
}
