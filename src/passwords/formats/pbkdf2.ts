import { pbkdf2 as computePbkdf2, createHash, getHashes, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { fromBase64, wholeNumber } from './bytes.ts';
import type { HashMaker, PasswordFormat, StoredHash } from './format.ts';
import type { CostLimits } from './limits.ts';

const derive = promisify(computePbkdf2);
const SALT_BYTES = 16;
const MAX_LENGTH = 512;

/** The cost of a pbkdf2 hash. */
export interface Pbkdf2Cost {
  /** Name of the digest: sha512, sha256, … */
  readonly algorithm: string;
  readonly rounds: number;
  /** Bytes of output. */
  readonly length: number;
}

/** What MediaWiki 1.39 writes. */
export const DEFAULT_PBKDF2_COST: Pbkdf2Cost = { algorithm: 'sha512', rounds: 30_000, length: 64 };

let digestSizes: Map<string, number> | undefined;

/** Bytes of one output block of a digest; null when this machine does not know it. */
function digestSize(algorithm: string): number | null {
  digestSizes ??= new Map();
  const known = digestSizes.get(algorithm);
  if (known !== undefined) return known;
  if (!/^[a-z0-9-]+$/.test(algorithm) || /^shake|^rsa-/.test(algorithm) || !getHashes().includes(algorithm))
    return null;
  const size = createHash(algorithm).digest().length;
  digestSizes.set(algorithm, size);
  return size;
}

/** Reads `ALGO:ROUNDS:LENGTH`, the parameter block; null when it does not have the form or cannot be computed here. */
export function readPbkdf2Cost(block: string): Pbkdf2Cost | null {
  const [algorithm = '', rounds, length, ...rest] = block.split(':');
  const cost = { algorithm, rounds: wholeNumber(rounds) ?? 0, length: wholeNumber(length) ?? 0 };
  if (rest.length > 0 || cost.rounds < 1 || cost.length < 1 || cost.length > MAX_LENGTH) return null;
  return digestSize(algorithm) === null ? null : cost;
}

/** The parameter block `ALGO:ROUNDS:LENGTH`. */
export const writePbkdf2Cost = (cost: Pbkdf2Cost): string => `${cost.algorithm}:${cost.rounds}:${cost.length}`;

/**
 * The stored hash with these parts; `inner` turns the password into what is derived from (layered formats).
 * Null when salt or hash are not Base64 of the right length.
 */
export function storedPbkdf2(
  cost: Pbkdf2Cost,
  salt64: string,
  hash64: string,
  inner: (password: string) => string = (password) => password,
): StoredHash | null {
  const salt = fromBase64(salt64);
  const expected = fromBase64(hash64);
  if (salt === null || expected === null || expected.length !== cost.length) return null;
  return {
    cost: writePbkdf2Cost(cost),
    cheap: false,
    excess: (limits) => pbkdf2Excess(cost, limits),
    matches: async (password) =>
      timingSafeEqual(await derive(inner(password), salt, cost.rounds, cost.length, cost.algorithm), expected),
  };
}

function pbkdf2Excess(cost: Pbkdf2Cost, limits: CostLimits): string | null {
  const work = cost.rounds * Math.ceil(cost.length / (digestSize(cost.algorithm) ?? 1));
  return work > limits.pbkdf2Rounds ? `pbkdf2 asks for ${work} rounds, at most ${limits.pbkdf2Rounds} are done` : null;
}

/** `:pbkdf2:ALGO:ROUNDS:LENGTH:SALT:HASH`, salt and hash in Base64. */
export const pbkdf2: PasswordFormat = {
  name: 'pbkdf2',
  read: (body) => {
    const [algorithm, rounds, length, salt, hash, ...rest] = body.split(':');
    if (salt === undefined || hash === undefined || rest.length > 0) return null;
    const cost = readPbkdf2Cost(`${algorithm}:${rounds}:${length}`);
    return cost && storedPbkdf2(cost, salt, hash);
  },
};

/** Makes pbkdf2 hashes. Throws RangeError when this machine cannot compute that cost. */
export function pbkdf2Maker(cost: Pbkdf2Cost): HashMaker {
  const block = writePbkdf2Cost(cost);
  if (readPbkdf2Cost(block) === null) throw new RangeError(`pbkdf2 cannot be computed with ${block}`);
  const store = (salt: Buffer, hash: Buffer) =>
    `:pbkdf2:${block}:${salt.toString('base64')}:${hash.toString('base64')}`;
  return {
    format: 'pbkdf2',
    cost: block,
    make: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      return store(salt, await derive(password, salt, cost.rounds, cost.length, cost.algorithm));
    },
    decoy: () => store(randomBytes(SALT_BYTES), randomBytes(cost.length)),
  };
}
