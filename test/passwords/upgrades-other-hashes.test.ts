import { expect, test } from 'vitest';
import { createHasher } from '../../src/passwords/hasher.ts';
import { mediaWikiHashes } from './mediawiki-hashes.ts';
import { cheapHasher } from './test-hasher.ts';

test('every hash of another format or cost needs an upgrade', () => {
  const hasher = cheapHasher();
  for (const [, , stored] of mediaWikiHashes) expect(hasher.isUpgradeNeeded(stored)).toBe(true);
});

test('a hash of the same format with another cost needs an upgrade', async () => {
  const stored = await createHasher({ choice: { format: 'bcrypt', rounds: 4 } }).hash('secret');
  const hasher = createHasher({ choice: { format: 'bcrypt', rounds: 5 } });
  expect(hasher.isUpgradeNeeded(stored)).toBe(true);
  expect(await hasher.verify('secret', stored)).toEqual({ ok: true, needsUpgrade: true });
});

test('a hash made now needs none', async () => {
  const hasher = cheapHasher();
  expect(hasher.isUpgradeNeeded(await hasher.hash('secret'))).toBe(false);
});

test('what no password can match needs none', () => {
  const hasher = cheapHasher();
  for (const stored of [null, '', 'nonsense', ':A:nonsense']) expect(hasher.isUpgradeNeeded(stored)).toBe(false);
});

test('hashes in MediaWiki 1.39’s own default need none where that format is chosen', () => {
  const hasher = createHasher({ choice: { format: 'pbkdf2' } });
  const ownDefault = mediaWikiHashes.filter(([kind]) => kind === 'pbkdf2');
  expect(ownDefault.length).toBeGreaterThan(0);
  for (const [, , stored] of ownDefault) expect(hasher.isUpgradeNeeded(stored)).toBe(false);
});
