import { type ContractTools, makeUser, type OpenStores, times, using } from './harness.ts';

/** What every store of remembered logins promises. */
export const describeRememberedLoginStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('remembered logins', () => {
    const login = (userId: number, hash: string) => ({ userId, hash, createdAt: 1, lastUsedAt: 1, expiresAt: 100 });

    it(
      'are found until they expire, and live longer when used',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.rememberedLogins.add(login(id, 'x'));
        expect(await stores.rememberedLogins.find(id, 'x', 99)).toEqual(login(id, 'x'));
        expect(await stores.rememberedLogins.find(id, 'x', 100)).toBeNull();
        expect(await stores.rememberedLogins.find(id + 1, 'x', 5)).toBeNull();
        await stores.rememberedLogins.used(id, 'x', 50, 200);
        expect(await stores.rememberedLogins.find(id, 'x', 150)).toMatchObject({ lastUsedAt: 50, expiresAt: 200 });
      }),
    );

    it(
      'are removed one by one or all, and swept when expired',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        for (const hash of ['a', 'b', 'c']) await stores.rememberedLogins.add(login(id, hash));
        await stores.rememberedLogins.used(id, 'c', 1, 500);
        expect(await stores.rememberedLogins.remove(id, 'a')).toBe(1);
        expect(await stores.rememberedLogins.sweep(100)).toBe(1);
        expect(await stores.rememberedLogins.remove(id)).toBe(1);
      }),
    );
  });
};

/** What every store of mailed codes promises. */
export const describeEmailTokenStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('mailed codes', () => {
    const token = (userId: number, hash: string) => ({
      userId,
      purpose: 'confirm',
      hash,
      email: 'a@b',
      expiresAt: 100,
    });

    it(
      'are found for their purpose until they expire',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.emailTokens.put(token(id, 'x'));
        expect(await stores.emailTokens.find('confirm', 'x', 99)).toEqual(token(id, 'x'));
        expect(await stores.emailTokens.find('reset', 'x', 99)).toBeNull();
        expect(await stores.emailTokens.find('confirm', 'x', 100)).toBeNull();
        expect(await stores.emailTokens.take('confirm', 'x', 100)).toBeNull();
      }),
    );

    it(
      'replace the earlier one of the same purpose',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.emailTokens.put(token(id, 'old'));
        await stores.emailTokens.put({ ...token(id, 'other'), purpose: 'reset' });
        await stores.emailTokens.put({ ...token(id, 'new'), email: 'c@d' });
        expect(await stores.emailTokens.find('confirm', 'old', 1)).toBeNull();
        expect(await stores.emailTokens.find('confirm', 'new', 1)).toMatchObject({ email: 'c@d' });
        expect(await stores.emailTokens.sweep(100)).toBe(2);
      }),
    );

    it(
      'are taken by one of 50 callers',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice');
        await stores.emailTokens.put(token(id, 'x'));
        const taken = await times(50, () => stores.emailTokens.take('confirm', 'x', 1));
        expect(taken.filter(Boolean)).toHaveLength(1);
      }),
    );
  });
};
