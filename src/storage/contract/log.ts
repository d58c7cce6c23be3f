import type { LogQuery, Stores } from '../ports/index.ts';
import { type ContractTools, creation, type OpenStores, using } from './harness.ts';

const alice = { id: 1, name: 'Alice' };
const bob = { id: 2, name: 'Bob' };

/** What every public log promises. */
export const describeLogStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  const filled = (body: (list: (query?: Partial<LogQuery>) => Promise<string[]>, stores: Stores) => Promise<void>) =>
    using(open, async (stores) => {
      const add = (comment: string, at: number, more = {}) =>
        stores.log.add({ ...creation('X', at), actor: alice, comment, ...more });
      await add('a', 10);
      await add('b', 20, { type: 'block', action: 'block', title: 'User:Bob' });
      await add('c', 20, { actor: bob });
      await add('d', 20, { actor: { id: 0, name: '192.0.2.1' } });
      await add('e', 30, { namespace: 0, title: 'X' });
      await body(
        async (query) => (await stores.log.list({ limit: 100, ...query })).map((entry) => entry.comment),
        stores,
      );
    });

  describe('the public log', () => {
    it(
      'keeps an entry as it was given',
      using(open, async (stores) => {
        const entry = {
          type: 'rights',
          action: 'rights',
          actor: { id: 7, name: 'Émile' },
          title: 'User:漢字',
          namespace: 2,
          comment: 'weil "so" 🦊',
          params: { oldgroups: ['bot'], nested: { a: [1, null, true] } },
          at: 1_700_000_000_123,
        };
        const id = await stores.log.add(entry);
        expect(await stores.log.list({ limit: 1 })).toEqual([{ ...entry, id }]);
      }),
    );

    it(
      'is read newest first, or oldest first, ties by id',
      filled(async (list) => {
        expect(await list()).toEqual(['e', 'd', 'c', 'b', 'a']);
        expect(await list({ oldestFirst: true })).toEqual(['a', 'b', 'c', 'd', 'e']);
      }),
    );

    it(
      'selects',
      filled(async (list) => {
        expect(await list({ type: 'block' })).toEqual(['b']);
        expect(await list({ notTypes: ['block'] })).toEqual(['e', 'd', 'c', 'a']);
        expect(await list({ notTypes: [] })).toHaveLength(5);
        expect(await list({ type: 'newusers', action: 'create', actorId: 2 })).toEqual(['c']);
        expect(await list({ actorName: '192.0.2.1' })).toEqual(['d']);
        expect(await list({ actorName: 'alice' })).toEqual([]);
        expect(await list({ title: 'User:Bob' })).toEqual(['b']);
        expect(await list({ namespace: 0 })).toEqual(['e']);
        expect(await list({ ids: [] })).toEqual([]);
      }),
    );

    it(
      'has inclusive bounds in reading order',
      filled(async (list) => {
        expect(await list({ start: 20, end: 10 })).toEqual(['d', 'c', 'b', 'a']);
        expect(await list({ start: 20, oldestFirst: true })).toEqual(['b', 'c', 'd', 'e']);
        expect(await list({ end: 20, oldestFirst: true })).toEqual(['a', 'b', 'c', 'd']);
      }),
    );

    for (const oldestFirst of [false, true]) {
      it(
        `goes on at a given entry, even within one moment, ${oldestFirst ? 'oldest' : 'newest'} first`,
        filled(async (list, stores) => {
          const whole = await list({ oldestFirst });
          const pages: string[] = [];
          let continueFrom: LogQuery['continueFrom'];
          do {
            const page = await stores.log.list({ limit: 2, oldestFirst, continueFrom });
            if (page[0]) pages.push(page[0].comment);
            continueFrom = page[1] && { at: page[1].at, id: page[1].id };
          } while (continueFrom);
          expect(pages).toEqual(whole);
        }),
      );
    }

    it(
      'finds entries by id',
      filled(async (list, stores) => {
        const [newest] = await stores.log.list({ limit: 1 });
        expect(await list({ ids: [newest?.id ?? 0, 4711] })).toEqual(['e']);
      }),
    );
  });
};
