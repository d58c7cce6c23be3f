import { type Argon2Cost, argon2, argon2Maker, DEFAULT_ARGON2_COST } from './argon2.ts';
import { type BcryptCost, bcrypt, bcryptMaker, DEFAULT_BCRYPT_COST } from './bcrypt.ts';
import type { HashMaker, PasswordFormat } from './format.ts';
import { layeredA, layeredB } from './layered.ts';
import { md5Plain, md5Salted } from './md5.ts';
import { DEFAULT_PBKDF2_COST, type Pbkdf2Cost, pbkdf2, pbkdf2Maker } from './pbkdf2.ts';

/** Every format that is read, by the name between the first two colons. */
export const passwordFormats: ReadonlyMap<string, PasswordFormat> = new Map(
  [argon2, pbkdf2, bcrypt, layeredA, layeredB, md5Salted, md5Plain].map((format) => [format.name, format]),
);

/** The format of new hashes and its cost; what is left out has the default. */
export type HashChoice =
  | ({ readonly format: 'argon2id' } & Partial<Argon2Cost>)
  | ({ readonly format: 'pbkdf2' } & Partial<Pbkdf2Cost>)
  | ({ readonly format: 'bcrypt' } & Partial<BcryptCost>);

/** The maker for a choice. Throws RangeError for a cost that cannot be computed. */
export function hashMaker(choice: HashChoice): HashMaker {
  switch (choice.format) {
    case 'argon2id': {
      const { memoryKiB, iterations, parallelism } = { ...DEFAULT_ARGON2_COST, ...choice };
      return argon2Maker({ memoryKiB, iterations, parallelism });
    }
    case 'pbkdf2':
      return pbkdf2Maker({ ...DEFAULT_PBKDF2_COST, ...choice });
    case 'bcrypt':
      return bcryptMaker({ ...DEFAULT_BCRYPT_COST, ...choice });
  }
}
