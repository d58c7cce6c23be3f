import type { Stores, UserListQuery } from '../ports/index.ts';
import { type ContractTools, makeUser, type OpenStores, using } from './harness.ts';

/** What every store of accounts promises about its listing. */
export const describeUserList = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  const listing = (
    names: readonly string[],
    body: (list: (query?: Partial<UserListQuery>) => Promise<string[]>) => Promise<void>,
  ) =>
    using(open, async (stores: Stores) => {
      for (const name of names) await makeUser(stores, name);
      await body(async (query) => (await stores.users.list({ limit: 100, ...query })).map((user) => user.name));
    });

  describe('the list of accounts', () => {
    // U+FF21 sorts before U+1F98A by code point, and behind it by UTF-16 unit.
    const unicode = ['Zoe', 'alice', 'Alice', 'Émile', 'Ａ', '🦊', '漢字'];
    it(
      'is in code-point order, both ways',
      listing(unicode, async (list) => {
        const inOrder = ['Alice', 'Zoe', 'alice', 'Émile', '漢字', 'Ａ', '🦊'];
        expect(await list()).toEqual(inOrder);
        expect(await list({ descending: true })).toEqual([...inOrder].reverse());
      }),
    );

    it(
      'has inclusive bounds and a limit, so that pages join',
      listing(['A', 'B', 'C', 'D', 'E'], async (list) => {
        expect(await list({ from: 'B', to: 'D' })).toEqual(['B', 'C', 'D']);
        expect(await list({ limit: 2 })).toEqual(['A', 'B']);
        expect(await list({ from: 'C', limit: 2 })).toEqual(['C', 'D']);
        expect(await list({ to: 'C', limit: 2, descending: true })).toEqual(['C', 'B']);
      }),
    );

    it(
      'takes a prefix literally',
      listing(['50% off', '50x off', 'A_b', 'Axb', 'a_c', 'A\\'], async (list) => {
        expect(await list({ prefix: '50%' })).toEqual(['50% off']);
        expect(await list({ prefix: 'A_' })).toEqual(['A_b']);
        expect(await list({ prefix: 'A\\' })).toEqual(['A\\']);
        expect(await list({ prefix: '' })).toHaveLength(6);
      }),
    );

    const edges = ['Z\u{10FFFF}', 'Z\u{10FFFF}a', 'Za', '[', 'Y\uD7FFx', 'Y\uE000'];
    it(
      'takes a prefix at the edges of Unicode',
      listing(edges, async (list) => {
        expect(await list({ prefix: 'Z\u{10FFFF}' })).toEqual(['Z\u{10FFFF}', 'Z\u{10FFFF}a']);
        expect(await list({ prefix: 'Z' })).toHaveLength(3);
        expect(await list({ prefix: 'Y\uD7FF' })).toEqual(['Y\uD7FFx']);
        expect(await list({ prefix: 'Z', from: 'Zb' })).toEqual(['Z\u{10FFFF}', 'Z\u{10FFFF}a']);
      }),
    );

    it(
      'selects by groups',
      using(open, async (stores) => {
        const bot = { group: 'bot', expiresAt: null };
        const sysop = { group: 'sysop', expiresAt: 500 };
        await makeUser(stores, 'A', { groups: [bot] });
        await makeUser(stores, 'B', { groups: [sysop] });
        await makeUser(stores, 'C', { groups: [bot, sysop] });
        await makeUser(stores, 'D');
        const list = async (query: Partial<UserListQuery>) =>
          (await stores.users.list({ limit: 10, ...query })).map((user) => user.name);
        expect(await list({ inGroups: ['bot', 'sysop'] })).toEqual(['A', 'B', 'C']);
        expect(await list({ inGroups: [] })).toEqual([]);
        expect(await list({ notInGroups: ['bot'] })).toEqual(['B', 'D']);
        expect(await list({ inGroups: ['bot'], notInGroups: ['sysop'] })).toEqual(['A']);
        expect(await list({ inGroups: ['sysop'], now: 499 })).toEqual(['B', 'C']);
        expect(await list({ inGroups: ['sysop'], now: 500 })).toEqual([]);
        expect((await stores.users.list({ limit: 1, prefix: 'C' }))[0]?.groups).toHaveLength(2);
      }),
    );
  });
};
