import { type ContractTools, fails, makeUser, type OpenStores, times, using } from './harness.ts';

/** What every store of accounts promises when accounts change. */
export const describeUserChanges = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('changes of accounts', () => {
    it(
      'touch only the fields that are named',
      using(open, async (stores) => {
        const before = await makeUser(stores, 'Alice', { email: 'a@example.org', passwordHash: 'old' });
        expect(
          await stores.users.update(before.id, { passwordHash: 'new', emailConfirmedAt: 9, realName: undefined }),
        ).toBe(true);
        expect(await stores.users.byId(before.id)).toEqual({ ...before, passwordHash: 'new', emailConfirmedAt: 9 });
      }),
    );

    it(
      'can set a field to nothing',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice', { passwordHash: 'old' });
        await stores.users.update(id, { passwordHash: null });
        expect((await stores.users.byId(id))?.passwordHash).toBeNull();
      }),
    );

    it(
      'say when there is no such account',
      using(open, async (stores) => {
        expect(await stores.users.update(99, { realName: 'x' })).toBe(false);
        expect(await stores.users.update(99, { groups: [] })).toBe(false);
        expect(await stores.users.update(99, {})).toBe(false);
      }),
    );

    it(
      'happen only if the expected values are still there',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice', { passwordHash: 'old' });
        expect(await stores.users.update(id, { passwordHash: 'x' }, { passwordHash: 'other' })).toBe(false);
        expect(await stores.users.update(id, { passwordHash: 'x' }, { passwordHash: null })).toBe(false);
        expect(
          await stores.users.update(id, { passwordHash: 'x' }, { temporaryPasswordHash: null, passwordHash: 'old' }),
        ).toBe(true);
      }),
    );

    it(
      'that compare and set succeed for one of 50 callers',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice', { temporaryPasswordHash: 'once' });
        const done = await times(50, () =>
          stores.users.update(id, { temporaryPasswordHash: null }, { temporaryPasswordHash: 'once' }),
        );
        expect(done.filter(Boolean)).toHaveLength(1);
      }),
    );

    it(
      'of the address are seen by a search for it',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice', { email: 'old@example.org' });
        await stores.users.update(id, { email: 'New@example.org' });
        expect(await stores.users.byEmail('old@example.org', true)).toHaveLength(0);
        expect(await stores.users.byEmail('new@example.org', true)).toHaveLength(1);
      }),
    );

    it(
      'of groups replace the whole list',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice', { groups: [{ group: 'bot', expiresAt: null }] });
        const groups = [
          { group: 'bot', expiresAt: 5 },
          { group: 'sysop', expiresAt: null },
        ];
        expect(await stores.users.update(id, { groups, realName: 'A' })).toBe(true);
        expect(await stores.users.byId(id)).toMatchObject({ groups, realName: 'A' });
        await stores.users.update(id, { groups: [] });
        expect((await stores.users.byId(id))?.groups).toEqual([]);
      }),
    );

    it(
      'that fail halfway leave everything as it was',
      using(open, async (stores) => {
        const groups = [{ group: 'bot', expiresAt: null }];
        const { id } = await makeUser(stores, 'Alice', { groups });
        const twice = [...groups, { group: 'sysop', expiresAt: null }, ...groups];
        expect(await fails(() => stores.users.update(id, { realName: 'x', groups: twice }))).toBe(true);
        expect(await stores.users.byId(id)).toMatchObject({ realName: '', groups });
      }),
    );

    it(
      'with an expected list of groups leave everything alone when it differs',
      using(open, async (stores) => {
        const groups = [{ group: 'bot', expiresAt: null }];
        const { id } = await makeUser(stores, 'Alice', { groups });
        expect(await stores.users.update(id, { realName: 'x', groups: [] }, { groups: [] })).toBe(false);
        expect(await stores.users.byId(id)).toMatchObject({ realName: '', groups });
        expect(await stores.users.update(id, { groups: [] }, { groups })).toBe(true);
      }),
    );

    it(
      'of groups by many callers at once end in one of the lists',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await times(20, (i) =>
          stores.users.update(id, {
            groups: [
              { group: `a${i}`, expiresAt: null },
              { group: `b${i}`, expiresAt: null },
            ],
          }),
        );
        const groups = (await stores.users.byId(id))?.groups.map(({ group }) => group) ?? [];
        expect(groups).toHaveLength(2);
        expect(groups[0]?.slice(1)).toBe(groups[1]?.slice(1));
      }),
    );
  });
};
