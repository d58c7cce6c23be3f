import { randomBytes } from 'node:crypto';
import { wholeNumber } from './bytes.ts';
import type { HashMaker, PasswordFormat } from './format.ts';

/** The cost of a bcrypt hash. */
export interface BcryptCost {
  /** Base-two logarithm of the rounds, 4–31. */
  readonly rounds: number;
}

/** MediaWiki's own default is 9. */
export const DEFAULT_BCRYPT_COST: BcryptCost = { rounds: 12 };

const load = () => import('@node-rs/bcrypt');
const modular = (rounds: number, saltAndHash: string) => `$2y$${String(rounds).padStart(2, '0')}$${saltAndHash}`;

/**
 * `:bcrypt:ROUNDS$SALT22$HASH31`: the parts of `$2y$ROUNDS$SALT22HASH31`. As everywhere with bcrypt, only the first 72
 * bytes of a password count.
 */
export const bcrypt: PasswordFormat = {
  name: 'bcrypt',
  read: (body) => {
    const parts = /^(\d{1,2})\$([./A-Za-z0-9]{22})\$([./A-Za-z0-9]{31})$/.exec(body);
    const rounds = wholeNumber(parts?.[1]);
    if (parts === null || rounds === null || rounds < 4 || rounds > 31) return null;
    const encoded = modular(rounds, `${parts[2]}${parts[3]}`);
    return {
      cost: String(rounds),
      cheap: false,
      excess: (limits) =>
        rounds > limits.bcryptRounds
          ? `bcrypt asks for 2^${rounds} rounds, at most 2^${limits.bcryptRounds} are done`
          : null,
      matches: async (password) => (await load()).verify(password, encoded),
    };
  },
};

/** Makes bcrypt hashes. Throws RangeError for rounds outside 4–31. */
export function bcryptMaker({ rounds }: BcryptCost): HashMaker {
  if (!Number.isInteger(rounds) || rounds < 4 || rounds > 31) throw new RangeError('bcrypt takes 4 to 31 rounds');
  const store = (salt: string, hash: string) => `:bcrypt:${rounds}$${salt}$${hash}`;
  return {
    format: 'bcrypt',
    cost: String(rounds),
    make: async (password) => {
      const encoded = await (await load()).hash(password, rounds);
      return store(encoded.slice(7, 29), encoded.slice(29));
    },
    decoy: () => store(bcrypt64(16), bcrypt64(23)),
  };
}

const ALPHABET = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Random bytes in the Base64 of bcrypt, with its unused last bits zero. */
function bcrypt64(bytes: number): string {
  const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return randomBytes(bytes)
    .toString('base64')
    .replace(/=+$/, '')
    .replace(/./g, (char) => ALPHABET[standard.indexOf(char)] ?? '.');
}
