import { setTimeout as sleep } from 'node:timers/promises';
import type { Stores, UserRecord } from '../ports/index.ts';
import { type ContractTools, creation, makeUser, newUser, times } from './harness.ts';

/** What every driver promises when two processes have one database open; `open` gives two connections to it. */
export const describeSharedStores = (
  { describe, it, expect }: ContractTools,
  open: () => Promise<readonly [Stores, Stores]>,
): void => {
  const both = (body: (a: Stores, b: Stores) => Promise<void>) => async () => {
    const [a, b] = await open();
    try {
      await body(a, b);
    } finally {
      await Promise.all([a.close(), b.close()]);
    }
  };

  describe('two connections to one database', () => {
    it(
      'see what the other wrote',
      both(async (a, b) => {
        const { id } = await makeUser(a, 'Alice');
        expect((await b.users.byId(id))?.name).toBe('Alice');
        await b.users.update(id, { realName: 'A', groups: [{ group: 'bot', expiresAt: null }] });
        expect(await a.users.byName('Alice')).toMatchObject({ realName: 'A', groups: [{ group: 'bot' }] });
      }),
    );

    it(
      'get another stamp soon after the other wrote',
      both(async (a, b) => {
        const before = a.changeStamp();
        await makeUser(b, 'Alice');
        const deadline = Date.now() + 2_000;
        while (a.changeStamp() === before && Date.now() < deadline) await sleep(10);
        expect(a.changeStamp() === before).toBe(false);
      }),
    );

    it(
      'make one account of one name when both try at once',
      both(async (a, b) => {
        const answers = await times(50, (i) => (i % 2 ? a : b).users.create(newUser('Alice'), creation('Alice')));
        expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
        expect(await a.log.list({ limit: 10 })).toHaveLength(1);
      }),
    );

    it(
      'lose nothing when both write at once',
      both(async (a, b) => {
        const made = await times(40, (i) =>
          (i % 2 ? a : b).users.create(newUser(`User ${i}`), creation(`User ${i}`, i)),
        );
        expect(new Set((made as UserRecord[]).map(({ id }) => id)).size).toBe(40);
        expect(await b.users.count()).toBe(40);
        expect(await a.log.list({ limit: 100 })).toHaveLength(40);
      }),
    );

    it(
      'give each mail to one of them',
      both(async (a, b) => {
        for (let i = 0; i < 10; i++) await a.mailQueue.add('{}', 1);
        const claimed = (await times(10, (i) => (i % 2 ? a : b).mailQueue.claim(5, 50, 4))).flat().map(({ id }) => id);
        expect([...new Set(claimed)]).toHaveLength(claimed.length);
      }),
    );
  });
};
