import { createHash } from 'node:crypto';
import { equalText } from './bytes.ts';
import type { PasswordFormat, StoredHash } from './format.ts';

/*
 * The two oldest formats of MediaWiki, read so that old accounts can sign in once more and be rewritten; never made.
 *
 *   A  md5(password); an early defect also wrote salted ones under this name
 *   B  md5(SALT + '-' + md5hex(password))
 */

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');
const MD5_HEX = /^[0-9a-f]{32}$/;

/** The digest of a password in the form of {@link md5Plain} (salt null) or {@link md5Salted}, in lower-case hex. */
export const md5Digest = (password: string, salt: string | null): string =>
  salt === null ? md5(password) : md5(`${salt}-${md5(password)}`);

function storedDigest(salt: string | null, digest: string): StoredHash | null {
  if (!MD5_HEX.test(digest) || salt?.includes(':')) return null;
  return {
    cost: '',
    cheap: true,
    excess: () => null,
    matches: async (password) => equalText(md5Digest(password, salt), digest),
  };
}

function splitSalt(body: string): [salt: string | null, digest: string] {
  const at = body.lastIndexOf(':');
  return at < 0 ? [null, body] : [body.slice(0, at), body.slice(at + 1)];
}

/** `:A:MD5HEX`, and the old `:A:SALT:MD5HEX`. */
export const md5Plain: PasswordFormat = { name: 'A', read: (body) => storedDigest(...splitSalt(body)) };

/** `:B:SALT:MD5HEX`. */
export const md5Salted: PasswordFormat = {
  name: 'B',
  read: (body) => {
    const [salt, digest] = splitSalt(body);
    return salt === null ? null : storedDigest(salt, digest);
  },
};
