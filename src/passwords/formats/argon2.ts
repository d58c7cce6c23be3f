import { randomBytes } from 'node:crypto';
import { toBareBase64, wholeNumber } from './bytes.ts';
import type { HashMaker, PasswordFormat } from './format.ts';
import type { CostLimits } from './limits.ts';

/** The cost of an argon2id hash. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** 19 MiB, two passes, one lane: the first choice of OWASP's password storage advice. */
export const DEFAULT_ARGON2_COST: Argon2Cost = { memoryKiB: 19_456, iterations: 2, parallelism: 1 };

const ARGON2ID = 2;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORM =
  /^\$(argon2id?)(?:\$v=(16|19))?\$m=(\d{1,10}),t=(\d{1,10}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{14,172})$/;

const load = () => import('@node-rs/argon2');
const costText = (variant: string, version: string, cost: Argon2Cost) =>
  `$${variant}$v=${version}$m=${cost.memoryKiB},t=${cost.iterations},p=${cost.parallelism}`;

/** Whether argon2 is defined for this cost: eight blocks of memory per lane at least. */
const isCost = ({ memoryKiB, iterations, parallelism }: Argon2Cost): boolean =>
  iterations >= 1 && parallelism >= 1 && parallelism <= 255 && memoryKiB >= 8 * parallelism;

function argon2Excess(cost: Argon2Cost, limits: CostLimits): string | null {
  if (cost.memoryKiB > limits.argon2MemoryKiB) {
    return `argon2 asks for ${cost.memoryKiB} KiB, at most ${limits.argon2MemoryKiB} are given`;
  }
  const work = cost.memoryKiB * cost.iterations;
  return work > limits.argon2Work ? `argon2 asks for ${work} KiB passes, at most ${limits.argon2Work} are done` : null;
}

/** `:argon2:$argon2id$v=19$m=KIB,t=PASSES,p=LANES$SALT$HASH`, or the same with argon2i: what PHP's password_hash makes. */
export const argon2: PasswordFormat = {
  name: 'argon2',
  read: (body) => {
    const [, variant, version = '16', m, t, p] = FORM.exec(body) ?? [];
    if (variant === undefined) return null;
    const cost = { memoryKiB: wholeNumber(m) ?? 0, iterations: wholeNumber(t) ?? 0, parallelism: wholeNumber(p) ?? 0 };
    if (!isCost(cost)) return null;
    return {
      cost: costText(variant, version, cost),
      cheap: false,
      excess: (limits) => argon2Excess(cost, limits),
      matches: async (password) => (await load()).verify(body, password),
    };
  },
};

/** Makes argon2id hashes. Throws RangeError when argon2 is not defined for that cost. */
export function argon2Maker(cost: Argon2Cost): HashMaker {
  const text = costText('argon2id', '19', cost);
  if (!Object.values(cost).every(Number.isInteger) || !isCost(cost))
    throw new RangeError(`argon2 does not take ${text}`);
  const options = {
    algorithm: ARGON2ID,
    memoryCost: cost.memoryKiB,
    timeCost: cost.iterations,
    parallelism: cost.parallelism,
    outputLen: HASH_BYTES,
  };
  return {
    format: 'argon2',
    cost: text,
    make: async (password) => `:argon2:${await (await load()).hash(password, options)}`,
    decoy: () => `:argon2:${text}$${toBareBase64(randomBytes(SALT_BYTES))}$${toBareBase64(randomBytes(HASH_BYTES))}`,
  };
}
