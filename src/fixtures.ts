import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { skeleton } from './accounts/names/index.ts';
import type { Services } from './auth/services.ts';
import { ipToHex, rangeBounds } from './base/ip.ts';
import { randomHex } from './base/random.ts';
import { FIRST_ADMIN_GROUPS } from './first-admin.ts';
import { hashBotPassword } from './passwords/bot-password-hash.ts';
import { replaceRecoveryCodes } from './providers/recovery-codes/store.ts';
import { addTotpKey } from './providers/totp/store.ts';
import type { NewBlock, UserRecord } from './storage/ports/index.ts';

const block = z.strictObject({
  reason: z.string().default(''),
  expiry: z.union([z.literal('infinity'), z.iso.datetime({ offset: true })]).default('infinity'),
  by: z.string(),
  createAccountBlocked: z.boolean().default(true),
  emailBlocked: z.boolean().default(false),
  talkPageBlocked: z.boolean().default(false),
  autoblock: z.boolean().default(false),
  anonOnly: z.boolean().default(false),
});

const user = z.strictObject({
  name: z.string(),
  password: z.string(),
  email: z.string().default(''),
  emailConfirmed: z.boolean().default(false),
  realName: z.string().default(''),
  groups: z.array(z.string()).default([]),
  profiles: z.array(z.string()).optional(),
  botPasswords: z
    .array(
      z.strictObject({
        appId: z.string().min(1).max(32),
        password: z.string().min(32),
        grants: z.array(z.string()).default(['basic']),
        restrictions: z.strictObject({ IPAddresses: z.array(z.string()) }).optional(),
      }),
    )
    .default([]),
  totp: z.strictObject({ secret: z.string(), scratchTokens: z.array(z.string()).default([]) }).optional(),
  block: block.omit({ anonOnly: true }).optional(),
  passwordExpired: z.enum(['hard', 'soft']).optional(),
});

const fixtures = z.strictObject({
  comment: z.string().optional(),
  users: z.array(user).default([]),
  ipBlocks: z.array(block.extend({ target: z.string() })).default([]),
});

/** Accounts, bot passwords, factors and blocks for tests, as the fixture file holds them. */
export type Fixtures = z.input<typeof fixtures>;
type Checked = z.output<typeof fixtures>;

const DAY = 86_400_000;
/** When the accounts of a fixture file say that they were registered. */
const REGISTERED_AT = Date.UTC(2024, 0, 1);

/** Reads a fixture file. @throws Error that names the file and every wrong entry. */
export async function readFixtures(file: string): Promise<Fixtures> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`fixture file ${file}: ${(error as Error).message}`);
  }
  return check(data, `fixture file ${file}`) as Fixtures;
}

function check(data: unknown, what: string): Checked {
  const result = fixtures.safeParse(data);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw new Error(`${what}: ${problems.join('; ')}`);
}

/**
 * Makes the accounts of a fixture file that do not exist yet. Entries with `profiles` only when they name this profile.
 * Names and passwords are taken as they are, also where the policies would refuse them.
 */
export async function loadFixtures(services: Services, data: Fixtures, profile: string | null): Promise<number> {
  const { users, ipBlocks } = check(data, 'fixtures');
  const wanted = users.filter((entry) => !entry.profiles || (profile !== null && entry.profiles.includes(profile)));
  const isFirst = (await services.stores.users.count()) === 0;
  let made = 0;
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const group = wanted.slice(start, start + AT_ONCE);
    const hashes = await Promise.all(group.map(({ password }) => services.passwords.hash(password)));
    // One after the other, so that an account has the same id at every start.
    for (const [offset, entry] of group.entries()) {
      const first = isFirst && start + offset === 0;
      if (await makeUser(services, first ? asFirst(entry) : entry, hashes[offset] as string)) made++;
    }
  }
  const blocks = [
    ...wanted.flatMap((entry) => (entry.block ? [{ ...entry.block, anonOnly: false, target: entry.name }] : [])),
    ...ipBlocks,
  ];
  for (const entry of blocks) await putBlock(services, entry);
  return made;
}

/** How many hashes are asked for at once: they are the work, and a file must not fill the queue that takes so many. */
const AT_ONCE = 8;

/** The first account of an empty store, when it is an administrator, is one in all groups of the first administrator. */
const asFirst = (entry: Checked['users'][number]): Checked['users'][number] =>
  entry.groups.includes('sysop') ? { ...entry, groups: [...new Set([...entry.groups, ...FIRST_ADMIN_GROUPS])] } : entry;

async function makeUser(services: Services, entry: Checked['users'][number], passwordHash: string): Promise<boolean> {
  const { accounts, stores, config, clock } = services;
  const name = accounts.canonical(entry.name, 'usable');
  if (name === null) throw new Error(`fixtures: ${JSON.stringify(entry.name)} is no user name`);
  if (await accounts.byName(name)) return false;
  const ago = { hard: config.passwords.expireGraceDays * DAY + 30 * DAY, soft: 60_000 };
  const now = clock.now();
  const record = {
    name,
    skeleton: config.accounts.lookAlikes === 'refuse' ? skeleton(name) : null,
    realName: entry.realName,
    email: entry.email,
    emailConfirmedAt: entry.emailConfirmed ? REGISTERED_AT : null,
    registeredAt: REGISTERED_AT,
    passwordHash,
    passwordExpiresAt: entry.passwordExpired ? now - ago[entry.passwordExpired] : null,
    groups: entry.groups.map((group) => ({ group, expiresAt: null })),
  };
  let user = await stores.users.create(record, null);
  // Fixture accounts may look alike: the first one of a look keeps it.
  if ('conflict' in user && user.conflict === 'skeleton') {
    user = await stores.users.create({ ...record, skeleton: null }, null);
  }
  if ('conflict' in user) throw new Error(`fixtures: ${name} is like ${user.existing}`);
  await addCredentials(services, user, entry);
  return true;
}

async function addCredentials(services: Services, user: UserRecord, entry: Checked['users'][number]): Promise<void> {
  const { stores, clock } = services;
  for (const bot of entry.botPasswords) {
    await stores.botPasswords.put({
      userId: user.id,
      appId: bot.appId,
      passwordHash: hashBotPassword(bot.password),
      token: randomHex(16),
      grants: bot.grants,
      ipRanges: bot.restrictions?.IPAddresses ?? ['0.0.0.0/0', '::/0'],
      createdAt: clock.now(),
      lastUsedAt: null,
    });
  }
  if (!entry.totp) return;
  await addTotpKey(services, user.id, entry.totp.secret, clock.now());
  await replaceRecoveryCodes(services, user.id, entry.totp.scratchTokens, clock.now());
}

async function putBlock(services: Services, entry: Checked['ipBlocks'][number]): Promise<void> {
  const { accounts, stores, clock } = services;
  const account = await accounts.find(entry.target);
  const address = account ? null : ipToHex(entry.target);
  const bounds = address === null ? (account ? null : rangeBounds(entry.target)) : { start: address, end: address };
  if (!account && !bounds) throw new Error(`fixtures: ${JSON.stringify(entry.target)} is no account, address or range`);
  const by = await accounts.find(entry.by);
  if (!by) throw new Error(`fixtures: ${JSON.stringify(entry.by)} blocks, but is no account`);
  const record: NewBlock = {
    userId: account?.id ?? null,
    target: account?.name ?? entry.target,
    rangeStart: bounds?.start ?? null,
    rangeEnd: bounds?.end ?? null,
    byId: by.id,
    byName: by.name,
    reason: entry.reason,
    at: clock.now(),
    expiresAt: entry.expiry === 'infinity' ? null : Date.parse(entry.expiry),
    blocksAccountCreation: entry.createAccountBlocked,
    blocksEmail: entry.emailBlocked,
    blocksTalkPage: entry.talkPageBlocked,
    autoblock: entry.autoblock,
    anonymousOnly: entry.anonOnly,
    partial: false,
  };
  await stores.blocks.put(record, true, clock.now());
}
