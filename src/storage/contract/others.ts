import { type ContractTools, makeUser, type OpenStores, times, using } from './harness.ts';

/** What every store of preferences promises. */
export const describeUserOptionStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('preferences', () => {
    it(
      'are set, changed, removed and cleared',
      using(open, async (stores) => {
        const { id } = await makeUser(stores, 'Alice', { options: { a: '1', b: '2' } });
        await stores.options.set(id, { a: null, b: '', C: 'ü 🦊', c: 'x'.repeat(50_000) });
        expect(await stores.options.get(id)).toEqual({ b: '', C: 'ü 🦊', c: 'x'.repeat(50_000) });
        await stores.options.set(id, {});
        await stores.options.clear(id);
        expect(await stores.options.get(id)).toEqual({});
      }),
    );
  });
};

/** What every mail queue promises. */
export const describeMailQueueStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('the mail queue', () => {
    it(
      'hands out what is due, oldest first, and keeps it from others until the lease ends',
      using(open, async ({ mailQueue }) => {
        const first = await mailQueue.add('{"to":"a"}', 10);
        await mailQueue.add('{"to":"b"}', 20);
        await mailQueue.add('{"to":"c"}', 30);
        expect(await mailQueue.claim(20, 50, 1)).toEqual([
          { id: first, message: '{"to":"a"}', queuedAt: 10, attempts: 0, nextAttemptAt: 10, lastError: null },
        ]);
        expect((await mailQueue.claim(20, 50, 9)).map(({ message }) => message)).toEqual(['{"to":"b"}']);
        expect(await mailQueue.claim(20, 50, 9)).toEqual([]);
        expect(await mailQueue.claim(50, 90, 9)).toHaveLength(3);
      }),
    );

    it(
      'gives each message to one of many claimants',
      using(open, async ({ mailQueue }) => {
        for (let i = 0; i < 10; i++) await mailQueue.add('{}', 1);
        const claimed = (await times(20, () => mailQueue.claim(5, 50, 3))).flat().map(({ id }) => id);
        expect(new Set(claimed).size).toBe(claimed.length);
        const fresh = await mailQueue.add('{}', 1);
        expect((await times(20, () => mailQueue.claimOne(fresh, 50))).filter(Boolean)).toHaveLength(1);
        expect(await mailQueue.claimOne(4711, 50)).toBeNull();
      }),
    );

    it(
      'tries again after a failure and forgets what is delivered',
      using(open, async ({ mailQueue }) => {
        const id = await mailQueue.add('{}', 1);
        await mailQueue.claim(1, 50, 1);
        await mailQueue.failed(id, 'refused', 20);
        expect(await mailQueue.claim(19, 60, 1)).toEqual([]);
        expect(await mailQueue.claim(20, 60, 1)).toMatchObject([{ id, attempts: 1, lastError: 'refused' }]);
        expect(await mailQueue.list(5)).toHaveLength(1);
        await mailQueue.done(id);
        expect(await mailQueue.count()).toBe(0);
      }),
    );
  });
};

/** What every store of throttle exemptions promises. */
export const describeThrottleExemptionStore = ({ describe, it, expect }: ContractTools, open: OpenStores): void => {
  describe('throttle exemptions', () => {
    it(
      'are in force from their beginning until their end',
      using(open, async ({ throttleExemptions }) => {
        const made = await throttleExemptions.add({
          range: '192.0.2.0/24',
          limit: 50,
          from: 10,
          until: 20,
          reason: 'class',
        });
        await throttleExemptions.add({ range: '::/0', limit: null, from: 30, until: 40, reason: '' });
        expect(await throttleExemptions.inForce(9)).toEqual([]);
        expect(await throttleExemptions.inForce(10)).toEqual([made]);
        expect(await throttleExemptions.inForce(20)).toEqual([]);
        expect(await throttleExemptions.inForce(30)).toMatchObject([{ limit: null }]);
        expect(await throttleExemptions.list()).toHaveLength(2);
        expect(await throttleExemptions.remove(made.id)).toBe(true);
        expect(await throttleExemptions.remove(made.id)).toBe(false);
      }),
    );
  });
};
