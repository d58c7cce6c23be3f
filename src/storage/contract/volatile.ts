import type { OpenVolatileStore } from '../ports/index.ts';
import { type ContractTools, type OpenVolatile, times } from './harness.ts';

/** What every store of short-lived state promises. */
export const describeVolatileStore = ({ describe, it, expect }: ContractTools, open: OpenVolatile): void => {
  const at =
    (body: (store: OpenVolatileStore, clock: { now(): number; time: number }) => Promise<void>) => async () => {
      const clock = { time: 1_700_000_000_000, now: () => clock.time };
      const store = await open(clock);
      try {
        await body(store, clock);
      } finally {
        await store.close();
      }
    };

  describe('short-lived state', () => {
    it(
      'is there until its time is over',
      at(async (store, clock) => {
        await store.set('session:1', '{"a":"ü 🦊"}', 100);
        expect(await store.get('session:1')).toBe('{"a":"ü 🦊"}');
        expect(await store.get('session:2')).toBeNull();
        clock.time += 99;
        expect(await store.get('session:1')).toBe('{"a":"ü 🦊"}');
        clock.time += 1;
        expect(await store.get('session:1')).toBeNull();
      }),
    );

    it(
      'is replaced with its time',
      at(async (store, clock) => {
        await store.set('k:1', 'a', 100);
        await store.set('k:1', '', 200);
        clock.time += 150;
        expect(await store.get('k:1')).toBe('');
      }),
    );

    it(
      'is added once by 50 callers, and again when expired',
      at(async (store, clock) => {
        const added = await times(50, (i) => store.add('used:1', `${i}`, 100));
        expect(added.filter(Boolean)).toHaveLength(1);
        expect(await store.get('used:1')).toBe(`${added.indexOf(true)}`);
        clock.time += 100;
        expect(await store.add('used:1', 'again', 100)).toBe(true);
        expect(await store.get('used:1')).toBe('again');
      }),
    );

    it(
      'is taken by one of 50 callers',
      at(async (store, clock) => {
        await store.set('flow:1', 'x', 100);
        const taken = await times(50, () => store.take('flow:1'));
        expect(taken.filter((value) => value === 'x')).toHaveLength(1);
        await store.set('flow:2', 'x', 100);
        clock.time += 100;
        expect(await store.take('flow:2')).toBeNull();
      }),
    );

    it(
      'counts 200 callers at once',
      at(async (store) => {
        const counts = (await times(200, () => store.increment('throttle:1', 100))).map(({ count }) => count);
        expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
        expect(await store.get('throttle:1')).toBe('200');
      }),
    );

    it(
      'counts in a window that begins with the first and is not extended',
      at(async (store, clock) => {
        const end = clock.time + 100;
        expect(await store.increment('t:1', 100)).toEqual({ count: 1, resetsAt: end });
        clock.time += 60;
        expect(await store.increment('t:1', 100, 3)).toEqual({ count: 4, resetsAt: end });
        clock.time += 40;
        expect(await store.increment('t:1', 100)).toEqual({ count: 1, resetsAt: end + 100 });
      }),
    );

    it(
      'is only read by an increment of 0',
      at(async (store, clock) => {
        expect(await store.increment('t:1', 100, 0)).toEqual({ count: 0, resetsAt: clock.time + 100 });
        expect(await store.get('t:1')).toBeNull();
        await store.increment('t:1', 100, 2);
        expect((await store.increment('t:1', 100, 0)).count).toBe(2);
        clock.time += 100;
        expect((await store.increment('t:1', 100, 0)).count).toBe(0);
      }),
    );

    it(
      'lives longer when touched in time',
      at(async (store, clock) => {
        await store.set('s:1', 'x', 100);
        clock.time += 60;
        expect(await store.touch('s:1', 100)).toBe(true);
        clock.time += 99;
        expect(await store.get('s:1')).toBe('x');
        clock.time += 1;
        expect(await store.touch('s:1', 100)).toBe(false);
        expect(await store.get('s:1')).toBeNull();
      }),
    );

    it(
      'is deleted, several keys at once',
      at(async (store) => {
        for (const key of ['a:1', 'a:2', 'a:3']) await store.set(key, 'x', 100);
        await store.delete('a:1', 'a:2', 'a:4');
        await store.delete();
        expect(await store.get('a:1')).toBeNull();
        expect(await store.get('a:3')).toBe('x');
      }),
    );

    it(
      'is swept of what has expired, however much it is',
      at(async (store, clock) => {
        await times(1_200, (i) => store.set(`s:${i}`, 'x', i < 1_100 ? 100 : 500));
        clock.time += 100;
        expect(await store.sweep()).toBe(100);
        expect(await store.get('s:1199')).toBe('x');
      }),
    );
  });
};
