import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { matchesBotPassword } from '../../src/passwords/bot-password-hash.ts';
import { createHasher } from '../../src/passwords/hasher.ts';
import { type OpenStorage, openStores } from '../../src/storage/open.ts';
import { type Shell, shell } from './support.ts';

const GOOD = 'Tr1cky-Enough-Pw';

async function withStores<T>(sh: Shell, work: (stores: OpenStorage['stores']) => Promise<T>): Promise<T> {
  const storage = await openStores(
    { driver: 'sqlite', file: `${sh.folder}/latchkey-data/latchkey.sqlite` },
    systemClock,
  );
  try {
    return await work(storage.stores);
  } finally {
    await storage.close();
  }
}

test('an account is made with a password from standard input, and logged', async () => {
  const sh = await shell();
  const made = await sh.json(
    ['user', 'create', 'alice smith', '--email', 'a@example.org', '--groups', 'bot'],
    `${GOOD}\n`,
  );
  expect(made).toEqual({ id: 1, name: 'Alice smith', groups: ['bot'] });
  await withStores(sh, async (stores) => {
    const user = await stores.users.byName('Alice smith');
    expect((await createHasher().verify(GOOD, user!.passwordHash)).ok).toBe(true);
    expect(await stores.log.list({ limit: 5 })).toMatchObject([
      { type: 'newusers', title: 'User:Alice smith', actor: { name: 'Maintenance script' } },
    ]);
  });
});

test.each([
  ['a name that cannot be', ['a@b'], 'invaliduser'],
  ['a name that is taken', ['Alice'], 'userexists'],
  ['a name that looks like another', ['A1ice'], 'antispoof-conflict'],
  ['a denied name', ['Site admin'], 'name-denied'],
  ['an unknown group', ['Bob', '--groups', 'nosuch'], 'nosuchgroup'],
  ['a bad address', ['Bob', '--email', 'x'], 'invalidemailaddress'],
])('%s is refused', async (_case, args, code) => {
  const sh = await shell();
  sh.env.LATCHKEY_ACCOUNTS_DENIED_NAMES = '*admin*';
  await sh.json(['user', 'create', 'Alice'], GOOD);
  const done = await sh.run(['user', 'create', ...args, '--json'], GOOD);
  expect(done.code).toBe(1);
  expect(JSON.parse(done.err).error.code).toBe(code);
});

test('the password policy holds unless it is forced', async () => {
  const sh = await shell();
  const refused = await sh.run(['user', 'create', 'Bob', '--json'], 'abc');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.err).error.code).toBe('passwordtooshort');
  expect((await sh.json(['user', 'create', 'Bob', '--force'], 'abc')).name).toBe('Bob');
});

test('a password is never taken from nothing', async () => {
  expect((await (await shell()).run(['user', 'create', 'Bob'])).code).toBe(2);
});

test('a new password ends sessions and bot passwords', async () => {
  const sh = await shell();
  await sh.json(['user', 'create', 'Alice'], GOOD);
  await sh.json(['bot-password', 'create', 'Alice', 'tool']);
  const { password } = await sh.json(['user', 'password', 'Alice', '--generate']);
  await withStores(sh, async (stores) => {
    const user = await stores.users.byName('Alice');
    expect((await createHasher().verify(password, user!.passwordHash)).ok).toBe(true);
    expect(user!.sessionsValidFrom).toBeGreaterThan(0);
    expect((await stores.botPasswords.get(user!.id, 'tool'))?.passwordHash).toBeNull();
  });
});

test('groups, mail address and blocks of an account are changed and shown', async () => {
  const sh = await shell();
  await sh.json(['user', 'create', 'Alice', '--groups', 'bot'], GOOD);
  expect(
    await sh.json(['user', 'groups', 'Alice', '--add', 'sysop', '--remove', 'bot', '--until', '2d']),
  ).toMatchObject({
    added: ['sysop'],
    removed: ['bot'],
  });
  await sh.json(['user', 'email', 'Alice', 'new@example.org', '--confirmed']);
  await sh.json(['user', 'block', 'Alice', '--until', '3 days', '--reason', 'Rest']);
  const shown = await sh.json(['user', 'show', 'Alice']);
  expect(shown).toMatchObject({
    email: 'new@example.org',
    emailConfirmed: expect.any(String),
    groups: [{ group: 'sysop', expires: expect.any(String) }],
    blocks: [{ reason: 'Rest' }],
  });
  expect((await sh.run(['user', 'block', 'Alice'])).code).toBe(1);
  await sh.json(['user', 'unblock', 'Alice']);
  expect((await sh.json(['user', 'show', 'Alice'])).blocks).toEqual([]);
  expect((await sh.json(['user', 'list', '--prefix', 'A'])).users).toHaveLength(1);
});

test('a bot password is made, listed and taken away', async () => {
  const sh = await shell();
  await sh.json(['user', 'create', 'Alice'], GOOD);
  const { name, password } = await sh.json(['bot-password', 'create', 'Alice', 'tool', '--grants', 'editpage']);
  expect(name).toBe('Alice@tool');
  await withStores(sh, async (stores) => {
    const stored = await stores.botPasswords.get(1, 'tool');
    expect(matchesBotPassword(password, stored!.passwordHash!)).toBe(true);
    expect(stored!.grants).toEqual(['basic', 'editpage']);
  });
  expect((await sh.run(['bot-password', 'create', 'Alice', 'tool'])).code).toBe(1);
  expect((await sh.json(['bot-password', 'list', 'Alice'])).botPasswords).toMatchObject([
    { appId: 'tool', needsReset: false },
  ]);
  await sh.json(['bot-password', 'revoke', 'Alice', 'tool']);
  expect((await sh.json(['bot-password', 'list', 'Alice'])).botPasswords).toEqual([]);
});

test('exemptions are added, listed and removed', async () => {
  const sh = await shell();
  await sh.json(['migrate']);
  const from = new Date(Date.now() + 3_600_000).toISOString();
  const made = await sh.json([
    'throttle',
    'exempt',
    '10.0.0.0/8',
    '--limit',
    '50',
    '--from',
    from,
    '--until',
    '2h',
    '--reason',
    'Class',
  ]);
  expect(Date.parse(made.until) - Date.parse(made.from)).toBe(7_200_000);
  expect((await sh.json(['throttle', 'list'])).exemptions).toEqual([made]);
  await sh.json(['throttle', 'remove', String(made.id)]);
  expect((await sh.json(['throttle', 'list'])).exemptions).toEqual([]);
});

test('a backup opens as a database, and is never written over a file', async () => {
  const sh = await shell();
  await sh.json(['user', 'create', 'Alice'], GOOD);
  const { file } = await sh.json(['backup', 'copy.sqlite']);
  const storage = await openStores({ driver: 'sqlite', file });
  expect((await storage.stores.users.byName('Alice'))?.id).toBe(1);
  await storage.close();
  expect((await sh.run(['backup', 'copy.sqlite'])).code).toBe(1);
});

test('doctor and migrate speak of a sound installation', async () => {
  const sh = await shell();
  expect((await sh.run(['doctor'])).code).toBe(1);
  const { steps } = await sh.json(['migrate', '--dry-run']);
  expect(steps.length).toBeGreaterThan(0);
  expect((await sh.json(['migrate'])).steps).toEqual(steps);
  expect((await sh.json(['migrate'])).steps).toEqual([]);
  await sh.json(['user', 'create', 'Alice'], GOOD);
  const { ok, findings } = await sh.json(['doctor']);
  expect(ok).toBe(true);
  expect(findings.map((finding: { check: string }) => finding.check)).toContain('database');
});

test('a command in a folder without a database makes none', async () => {
  const sh = await shell();
  for (const args of [
    ['user', 'list'],
    ['user', 'show', 'Alice'],
    ['throttle', 'list'],
    ['backup', 'b.sqlite'],
    ['doctor'],
  ]) {
    expect((await sh.run(args)).code).toBe(1);
  }
  expect(await readdir(sh.folder)).toEqual([]);
});

test('the printed configuration has no secrets', async () => {
  const sh = await shell();
  sh.env.LATCHKEY_SECRET = 'x'.repeat(40);
  const { code, out } = await sh.run(['config', 'print', '--json']);
  expect(code).toBe(0);
  expect(out).not.toContain('xxxx');
  expect((await sh.run(['config', 'docs'])).out).toContain('LATCHKEY_HTTP_PORT');
});
