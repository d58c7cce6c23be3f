import { expect, test } from 'vitest';
import { processIo } from '../../src/cli/io.ts';
import { openForCommand } from '../../src/cli/open.ts';
import { newRecoveryCodes, replaceRecoveryCodes } from '../../src/providers/recovery-codes/store.ts';
import { addTotpKey } from '../../src/providers/totp/store.ts';
import { type Shell, shell } from '../cli/support.ts';
import { SECRET } from './support.ts';

/** A folder with a database in which Dora has an app and recovery codes. */
async function withDora(): Promise<Shell> {
  const sh = await shell();
  await sh.json(['user', 'create', 'Dora', '--generate']);
  const opened = await openForCommand({}, { ...processIo(), cwd: sh.folder, env: {} });
  const dora = await opened.services.accounts.byName('Dora');
  await addTotpKey(opened.services, dora?.id ?? 0, SECRET, Date.UTC(2026, 0, 1));
  await replaceRecoveryCodes(opened.services, dora?.id ?? 0, newRecoveryCodes(), 0);
  await opened.close();
  return sh;
}

test('latchkey user factors lists what protects an account', async () => {
  const sh = await withDora();
  expect(await sh.json(['user', 'factors', 'Dora'])).toMatchObject({
    name: 'Dora',
    factors: [{ module: 'totp', createdAt: Date.UTC(2026, 0, 1), lastUsedAt: null }],
    recoveryCodes: 10,
  });
  const { out } = await sh.run(['user', 'factors', 'Dora']);
  expect(out).toContain('totp');
  expect(out).toContain('Recovery codes left: 10');
  expect(out).not.toContain(SECRET);
});

test('--remove switches them off', async () => {
  const sh = await withDora();
  expect(await sh.json(['user', 'factors', 'Dora', '--remove', 'totp', '--reason', 'phone lost'])).toEqual({
    name: 'Dora',
    removed: ['totp'],
  });
  expect(await sh.json(['user', 'factors', 'Dora'])).toMatchObject({ factors: [], recoveryCodes: 0 });
  expect((await sh.run(['user', 'factors', 'Dora', '--remove', 'all'])).code).toBe(1);
});

test('an unknown kind is a wrong call', async () => {
  const sh = await withDora();
  expect((await sh.run(['user', 'factors', 'Dora', '--remove', 'pin'])).code).toBe(2);
});
