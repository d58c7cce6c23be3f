import type { PasswordFormat, StoredHash } from './format.ts';
import { md5Digest } from './md5.ts';
import { readPbkdf2Cost, storedPbkdf2 } from './pbkdf2.ts';

/*
 * An old md5 hash wrapped in pbkdf2 without knowing the password (MediaWiki's wrapOldPasswords): the md5 hex is the
 * password of the outer layer. The parts are separated by `!`: the parameter blocks of both layers (the inner one is
 * empty), then their argument blocks, then the hash.
 */

function readLayers(body: string, saltFor: (argument: string) => string | null | undefined): StoredHash | null {
  const [innerBlock, outerBlock = '', innerArgument = '', salt, hash, ...rest] = body.split('!');
  if (innerBlock !== '' || salt === undefined || hash === undefined || rest.length > 0) return null;
  const cost = readPbkdf2Cost(outerBlock);
  const innerSalt = saltFor(innerArgument);
  if (cost === null || innerSalt === undefined) return null;
  return storedPbkdf2(cost, salt, hash, (password) => md5Digest(password, innerSalt));
}

/** `:pbkdf2-legacyA:!ALGO:ROUNDS:LENGTH![SALT]!SALT!HASH`, around a hash of format A. */
export const layeredA: PasswordFormat = {
  name: 'pbkdf2-legacyA',
  read: (body) => readLayers(body, (argument) => (argument === '' ? null : argument)),
};

/** `:pbkdf2-legacyB:!ALGO:ROUNDS:LENGTH!SALT!SALT!HASH`, around a hash of format B. */
export const layeredB: PasswordFormat = {
  name: 'pbkdf2-legacyB',
  read: (body) => readLayers(body, (argument) => (argument === '' ? undefined : argument)),
};
