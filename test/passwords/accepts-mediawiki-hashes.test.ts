import { expect, test } from 'vitest';
import { mediaWikiHashes } from './mediawiki-hashes.ts';
import { cheapHasher } from './test-hasher.ts';

const hasher = cheapHasher();

test.each(mediaWikiHashes)(
  'accepts the password of %s (%s) and asks for an upgrade',
  async (_kind, password, stored) => {
    expect(await hasher.verify(password, stored)).toEqual({ ok: true, needsUpgrade: true });
  },
);

test.each(mediaWikiHashes)('refuses other passwords for %s (%s)', async (_kind, password, stored) => {
  for (const wrong of [`${password}x`, password.slice(1), password.toUpperCase(), '']) {
    expect(await hasher.verify(wrong, stored)).toEqual({ ok: false, needsUpgrade: false });
  }
});

test('a bare md5 is salted with the id of the account', async () => {
  const stored = '13cf760c94f97727f01253e7e6fa3439';
  expect(hasher.inspect(stored)?.code).toBe('unknown-format');
  expect(hasher.inspect(stored, { userId: 42 })).toBeNull();
  expect(await hasher.verify('correct horse', stored, { userId: 42 })).toEqual({ ok: true, needsUpgrade: true });
  expect((await hasher.verify('correct horse', stored, { userId: 43 })).ok).toBe(false);
});
