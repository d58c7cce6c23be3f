import type { GroupMembership, UserRecord } from '../ports/index.ts';
import { type ContractTools, creation, fails, makeUser, newUser, type OpenStores, times, using } from './harness.ts';

/** What every store of accounts promises when accounts are made and found. */
export const describeUserStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('accounts', () => {
    it(
      'are found by id and by name as they were made',
      using(open, async (stores) => {
        const full = newUser('Élodie 🦊', {
          skeleton: 'elodie',
          realName: 'É',
          email: 'E@Example.org',
          emailConfirmedAt: 1_700_000_000_123,
          registeredAt: 1_700_000_000_001,
          passwordHash: ':x:1',
          passwordExpiresAt: 1_800_000_000_000,
          temporaryPasswordHash: ':x:2',
          temporaryPasswordAt: 1_700_000_000_002,
          groups: [
            { group: 'sysop', expiresAt: null },
            { group: 'bot', expiresAt: 1_900_000_000_000 },
          ],
        });
        const made = (await stores.users.create(full, null)) as UserRecord;
        const { skeleton, groups, ...plain } = full;
        expect(made).toEqual({
          ...plain,
          id: made.id,
          sessionsValidFrom: 0,
          groups: [
            { group: 'bot', expiresAt: 1_900_000_000_000 },
            { group: 'sysop', expiresAt: null },
          ],
        });
        expect(await stores.users.byId(made.id)).toEqual(made);
        expect(await stores.users.byName('Élodie 🦊')).toEqual(made);
      }),
    );

    it(
      'get rising ids',
      using(open, async (stores) => {
        const first = await makeUser(stores, 'A');
        const second = await makeUser(stores, 'B');
        expect(first.id).toBeGreaterThan(0);
        expect(second.id).toBeGreaterThan(first.id);
      }),
    );

    it(
      'are told apart by case, by trailing blanks and by composition',
      using(open, async (stores) => {
        for (const name of ['Alice', 'ALICE', 'Alice ', 'Alic\u00e9', 'Alice\u0301']) await makeUser(stores, name);
        expect(await stores.users.count()).toBe(5);
        expect(await stores.users.byName('alice')).toBeNull();
        expect((await stores.users.byName('ALICE'))?.name).toBe('ALICE');
      }),
    );

    it(
      'are null when there is none',
      using(open, async (stores) => {
        expect(await stores.users.byId(1)).toBeNull();
        expect(await stores.users.byName('Nobody')).toBeNull();
        expect(await stores.users.byName("'; drop table users; --")).toBeNull();
      }),
    );

    it(
      'of one name are made once by 50 callers at the same time',
      using(open, async (stores) => {
        const answers = await times(50, () => stores.users.create(newUser('Alice'), creation('Alice')));
        expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
        expect(answers.filter((answer) => 'conflict' in answer && answer.conflict === 'name')).toHaveLength(49);
        expect(await stores.users.count()).toBe(1);
        expect(await stores.log.list({ limit: 10 })).toHaveLength(1);
      }),
    );

    it(
      'that look alike are refused with the name of the other',
      using(open, async (stores) => {
        await makeUser(stores, 'Alice', { skeleton: 'alice' });
        expect(await stores.users.create(newUser('A1ice', { skeleton: 'alice' }), null)).toEqual({
          conflict: 'skeleton',
          existing: 'Alice',
        });
        expect('id' in (await stores.users.create(newUser('Alicia', { skeleton: 'alicia' }), null))).toBe(true);
      }),
    );

    it(
      'without a skeleton look like nobody',
      using(open, async (stores) => {
        await makeUser(stores, 'A');
        await makeUser(stores, 'B');
        expect(await stores.users.count()).toBe(2);
      }),
    );

    it(
      'come with their options and their log entry',
      using(open, async (stores) => {
        const made = (await stores.users.create(
          newUser('Alice', { options: { language: 'ja' } }),
          creation('Alice', 77),
        )) as UserRecord;
        expect(await stores.options.get(made.id)).toEqual({ language: 'ja' });
        expect(await stores.log.list({ limit: 10 })).toMatchObject([
          { actor: { id: made.id, name: 'Alice' }, title: 'User:Alice', params: { userid: made.id }, at: 77 },
        ]);
      }),
    );

    it(
      'made by another account name it as the actor',
      using(open, async (stores) => {
        const admin = await makeUser(stores, 'Admin');
        const actor = { id: admin.id, name: 'Admin' };
        const made = (await stores.users.create(newUser('Bob'), {
          ...creation('Bob'),
          action: 'create2',
          actor,
        })) as UserRecord;
        expect(await stores.log.list({ limit: 1 })).toMatchObject([
          { action: 'create2', actor, params: { userid: made.id } },
        ]);
      }),
    );

    it(
      'are made whole or not at all',
      using(open, async (stores) => {
        const twice: GroupMembership[] = [
          { group: 'bot', expiresAt: null },
          { group: 'bot', expiresAt: 5 },
        ];
        const half = newUser('Half', { groups: twice, options: { a: '1' } });
        expect(await fails(() => stores.users.create(half, creation('Half')))).toBe(true);
        expect(await stores.users.byName('Half')).toBeNull();
        expect(await stores.log.list({ limit: 10 })).toHaveLength(0);
        await makeUser(stores, 'Half');
      }),
    );

    it(
      'are found several at once, by name or id',
      using(open, async (stores) => {
        const [a, b, c] = await times(3, (i) =>
          makeUser(stores, `User ${i}`, { groups: [{ group: 'bot', expiresAt: null }] }),
        );
        const found = await stores.users.many(['User 0', 'Nobody'], [a?.id ?? 0, c?.id ?? 0, 4711]);
        expect(found.map((user) => user.name).sort()).toEqual(['User 0', 'User 2']);
        expect(found[0]?.groups).toHaveLength(1);
        expect(await stores.users.many([], [])).toEqual([]);
        expect((await stores.users.many([], [b?.id ?? 0])).map((user) => user.name)).toEqual(['User 1']);
      }),
    );

    it(
      'are found by address, exactly or ignoring case',
      using(open, async (stores) => {
        await makeUser(stores, 'A', { email: 'Zoë@Example.org' });
        await makeUser(stores, 'B', { email: 'zoë@example.org' });
        await makeUser(stores, 'C', { email: 'zoe@example.org' });
        const names = async (email: string, ignoreCase: boolean) =>
          (await stores.users.byEmail(email, ignoreCase)).map((user) => user.name);
        expect(await names('zoë@example.org', false)).toEqual(['B']);
        expect(await names('ZOË@example.org', true)).toEqual(['A', 'B']);
      }),
    );
  });
};
