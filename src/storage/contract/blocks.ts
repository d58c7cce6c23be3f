import type { Block, BlockQuery, NewBlock } from '../ports/index.ts';
import { type ContractTools, type OpenStores, times, using } from './harness.ts';

const hex = (tail: string): string => `00000000000000000000ffff${tail}`;

const block = (target: string, more: Partial<NewBlock> = {}): NewBlock => ({
  userId: null,
  target,
  rangeStart: null,
  rangeEnd: null,
  byId: 1,
  byName: 'Admin',
  reason: 'spam',
  at: 100,
  expiresAt: null,
  blocksAccountCreation: true,
  blocksEmail: false,
  blocksTalkPage: false,
  autoblock: true,
  anonymousOnly: false,
  partial: false,
  ...more,
});

const account = block('Vandal', { userId: 5, at: 100 });
const address = block('192.0.2.1', { rangeStart: hex('c0000201'), rangeEnd: hex('c0000201'), at: 200, expiresAt: 900 });
const narrow = block('192.0.2.0/24', { rangeStart: hex('c0000200'), rangeEnd: hex('c00002ff'), at: 300 });
const wide = block('192.0.0.0/16', { rangeStart: hex('c0000000'), rangeEnd: hex('c000ffff'), at: 300 });

/** What every store of blocks promises. */
export const describeBlockStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  const targets = (blocks: readonly Block[]): string[] => blocks.map(({ target }) => target);

  describe('blocks', () => {
    it(
      'are kept as they were given',
      using(open, async ({ blocks }) => {
        const odd = {
          ...address,
          blocksAccountCreation: false,
          blocksEmail: true,
          blocksTalkPage: true,
          anonymousOnly: true,
          partial: true,
        };
        const made = await blocks.put(odd, false, 0);
        expect(made).toEqual({ ...odd, id: made?.id });
        expect(await blocks.list({ limit: 5 }, 0)).toEqual([made]);
      }),
    );

    it(
      'are one for each target unless replaced, which keeps the id',
      using(open, async ({ blocks }) => {
        const first = await blocks.put(account, false, 0);
        expect(await blocks.put({ ...account, reason: 'again' }, false, 0)).toBeNull();
        expect(await blocks.put({ ...account, reason: 'changed' }, true, 0)).toEqual({
          ...account,
          reason: 'changed',
          id: first?.id,
        });
        expect(await blocks.list({ limit: 5 }, 0)).toMatchObject([{ reason: 'changed' }]);
      }),
    );

    it(
      'of one target are made once by 50 callers',
      using(open, async ({ blocks }) => {
        const made = await times(50, () => blocks.put(account, false, 0));
        expect(made.filter(Boolean)).toHaveLength(1);
      }),
    );

    it(
      'that have expired count as none',
      using(open, async ({ blocks }) => {
        const old = await blocks.put(address, false, 0);
        expect(await blocks.inForce(null, hex('c0000201'), 899)).toHaveLength(1);
        expect(await blocks.inForce(null, hex('c0000201'), 900)).toHaveLength(0);
        expect(await blocks.list({ limit: 5 }, 900)).toHaveLength(0);
        const renewed = await blocks.put({ ...address, expiresAt: 2000 }, false, 900);
        expect(renewed?.id).toBeGreaterThan(old?.id ?? 0);
      }),
    );

    it(
      'in force are found by account and by address, narrowest first',
      using(open, async ({ blocks }) => {
        for (const one of [wide, address, narrow, account]) await blocks.put(one, false, 0);
        expect(targets(await blocks.inForce(5, hex('c0000201'), 0))).toEqual([
          'Vandal',
          '192.0.2.1',
          '192.0.2.0/24',
          '192.0.0.0/16',
        ]);
        expect(targets(await blocks.inForce(null, hex('c00002ff'), 0))).toEqual(['192.0.2.0/24', '192.0.0.0/16']);
        expect(targets(await blocks.inForce(5, null, 0))).toEqual(['Vandal']);
        expect(await blocks.inForce(6, hex('c0010000'), 0)).toEqual([]);
        expect(await blocks.inForce(null, null, 0)).toEqual([]);
      }),
    );

    it(
      'are removed by their exact target',
      using(open, async ({ blocks }) => {
        await blocks.put(account, false, 0);
        expect(await blocks.remove('vandal')).toBeNull();
        expect(await blocks.remove('Vandal')).toMatchObject({ target: 'Vandal', userId: 5 });
        expect(await blocks.remove('Vandal')).toBeNull();
      }),
    );

    it(
      'are listed by what is asked for',
      using(open, async ({ blocks }) => {
        for (const one of [account, address, narrow, wide]) await blocks.put(one, false, 0);
        const list = async (query: Partial<BlockQuery> = {}) => targets(await blocks.list({ limit: 10, ...query }, 0));
        expect(await list()).toEqual(['192.0.0.0/16', '192.0.2.0/24', '192.0.2.1', 'Vandal']);
        expect(await list({ oldestFirst: true, limit: 2 })).toEqual(['Vandal', '192.0.2.1']);
        expect(await list({ kind: 'account' })).toEqual(['Vandal']);
        expect(await list({ kind: 'address' })).toEqual(['192.0.2.1']);
        expect(await list({ kind: 'range', oldestFirst: true })).toEqual(['192.0.2.0/24', '192.0.0.0/16']);
        expect(await list({ temporary: true })).toEqual(['192.0.2.1']);
        expect(await list({ temporary: false, kind: 'account' })).toEqual(['Vandal']);
        expect(await list({ targets: ['Vandal', 'Nobody'] })).toEqual(['Vandal']);
        expect(await list({ targets: [] })).toEqual([]);
        expect(await list({ addressHex: hex('c0000207') })).toEqual(['192.0.0.0/16', '192.0.2.0/24']);
        expect(await list({ start: 200, end: 100 })).toEqual(['192.0.2.1', 'Vandal']);
        const second = (await blocks.list({ limit: 2 }, 0))[1];
        expect(await list({ continueFrom: { at: second?.at ?? 0, id: second?.id ?? 0 } })).toEqual([
          '192.0.2.0/24',
          '192.0.2.1',
          'Vandal',
        ]);
        expect(await list({ ids: [second?.id ?? 0] })).toEqual(['192.0.2.0/24']);
      }),
    );
  });
};
