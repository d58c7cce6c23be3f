import type { BotPassword } from '../ports/index.ts';
import { type ContractTools, fails, makeUser, type OpenStores, times, using } from './harness.ts';

const botPassword = (userId: number, appId: string, more: Partial<BotPassword> = {}): BotPassword => ({
  userId,
  appId,
  passwordHash: 'h',
  token: 't'.repeat(32),
  grants: ['basic', 'editpage'],
  ipRanges: ['0.0.0.0/0', '::/0'],
  createdAt: 1,
  lastUsedAt: null,
  ...more,
});

/** What every store of bot passwords promises. */
export const describeBotPasswordStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('bot passwords', () => {
    it(
      'are added, replaced and found, case counts',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.botPasswords.put(botPassword(id, 'App'));
        expect(await stores.botPasswords.get(id, 'App')).toEqual(botPassword(id, 'App'));
        expect(await stores.botPasswords.get(id, 'app')).toBeNull();
        await stores.botPasswords.put(botPassword(id, 'App', { grants: [], passwordHash: null, lastUsedAt: 5 }));
        await stores.botPasswords.put(botPassword(id, 'Abc'));
        expect(await stores.botPasswords.list(id)).toEqual([
          botPassword(id, 'Abc'),
          botPassword(id, 'App', { grants: [], passwordHash: null, lastUsedAt: 5 }),
        ]);
      }),
    );

    it(
      'belong to an account that exists',
      using(open, async (stores) => {
        expect(await fails(() => stores.botPasswords.put(botPassword(99, 'App')))).toBe(true);
      }),
    );

    it(
      'are removed one by one or all',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        for (const app of ['a', 'b', 'c']) await stores.botPasswords.put(botPassword(id, app));
        expect(await stores.botPasswords.remove(id, 'a')).toBe(1);
        expect(await stores.botPasswords.remove(id, 'a')).toBe(0);
        expect(await stores.botPasswords.remove(id)).toBe(2);
      }),
    );

    it(
      'are all invalidated at once',
      using(open, async (stores) => {
        const [a, b] = [await makeUser(stores, 'Alice'), await makeUser(stores, 'Bob')];
        for (const { id } of [a, b]) await stores.botPasswords.put(botPassword(id, 'x'));
        expect(await stores.botPasswords.invalidateAll(a.id, 'new')).toBe(1);
        expect(await stores.botPasswords.get(a.id, 'x')).toMatchObject({ passwordHash: null, token: 'new' });
        expect(await stores.botPasswords.get(b.id, 'x')).toMatchObject({ passwordHash: 'h' });
      }),
    );

    it(
      'remember their last use by the minute',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.botPasswords.put(botPassword(id, 'x'));
        const used = async (at: number) => {
          await stores.botPasswords.used(id, 'x', at);
          return (await stores.botPasswords.get(id, 'x'))?.lastUsedAt;
        };
        expect(await used(100_000)).toBe(100_000);
        expect(await used(159_999)).toBe(100_000);
        expect(await used(160_000)).toBe(160_000);
      }),
    );

    it(
      'get a better hash at a use, unless the password changed meanwhile',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.botPasswords.put(botPassword(id, 'x'));
        const hash = async () => (await stores.botPasswords.get(id, 'x'))?.passwordHash;
        await stores.botPasswords.used(id, 'x', 5, 'better', 'h');
        expect(await hash()).toBe('better');
        await stores.botPasswords.used(id, 'x', 5, 'stale', 'h');
        expect(await hash()).toBe('better');
        await stores.botPasswords.invalidateAll(id, 'new');
        await stores.botPasswords.used(id, 'x', 5, 'stale');
        expect(await hash()).toBeNull();
      }),
    );
  });
};

/** What every store of second factors promises. */
export const describeFactorStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('second factors', () => {
    const factor = (userId: number, kind: string) => ({ userId, kind, name: `my ${kind}`, data: '{}', createdAt: 1 });

    it(
      'are listed by kind in the order they were added',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        const totp = await stores.factors.add(factor(id, 'totp'));
        const key = await stores.factors.add(factor(id, 'webauthn'));
        expect(await stores.factors.list(id)).toEqual([
          { ...factor(id, 'totp'), id: totp, lastUsedAt: null },
          { ...factor(id, 'webauthn'), id: key, lastUsedAt: null },
        ]);
        expect(await stores.factors.list(id, 'webauthn')).toHaveLength(1);
        expect(await stores.factors.list(id + 1)).toEqual([]);
      }),
    );

    it(
      'change for one of 50 callers that expect the same',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        const totp = await stores.factors.add(factor(id, 'totp'));
        const done = await times(50, (i) => stores.factors.update(totp, '{}', `{"step":${i}}`, 7));
        expect(done.filter(Boolean)).toHaveLength(1);
        expect((await stores.factors.list(id))[0]).toMatchObject({
          data: `{"step":${done.indexOf(true)}}`,
          lastUsedAt: 7,
        });
      }),
    );

    it(
      'are removed by one of 50 callers',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        const code = await stores.factors.add(factor(id, 'recovery-code'));
        await stores.factors.add(factor(id, 'recovery-code'));
        await stores.factors.add(factor(id, 'totp'));
        const gone = await times(50, () => stores.factors.remove(id, 'recovery-code', code));
        expect(gone.filter((count) => count === 1)).toHaveLength(1);
        expect(await stores.factors.remove(id, 'totp', code)).toBe(0);
        expect(await stores.factors.remove(id, 'recovery-code')).toBe(1);
        expect(await stores.factors.list(id)).toHaveLength(1);
      }),
    );
  });
};

/** What every store of links to foreign identities promises. */
export const describeAccountLinkStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('links to foreign identities', () => {
    it(
      'belong to one account each, and are removed by their owner',
      using(open, async (stores) => {
        const [a, b] = [await makeUser(stores, 'Alice'), await makeUser(stores, 'Bob')];
        const link = { userId: a.id, provider: 'corp', subject: 'Sub', label: 'alice@corp', createdAt: 3 };
        expect(await stores.links.add(link)).toBe(true);
        expect(await stores.links.add({ ...link, userId: b.id })).toBe(false);
        expect(await stores.links.add({ ...link, subject: 'sub' })).toBe(true);
        expect(await stores.links.find('corp', 'Sub')).toEqual(link);
        expect(await stores.links.find('other', 'Sub')).toBeNull();
        expect(await stores.links.list(a.id)).toEqual([link, { ...link, subject: 'sub' }]);
        expect(await stores.links.remove(b.id, 'corp', 'Sub')).toBe(false);
        expect(await stores.links.remove(a.id, 'corp', 'Sub')).toBe(true);
        expect(await stores.links.find('corp', 'Sub')).toBeNull();
      }),
    );
  });
};
