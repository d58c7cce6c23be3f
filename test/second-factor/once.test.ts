import { expect, test } from 'vitest';
import { useRecoveryCode } from '../../src/providers/recovery-codes/store.ts';
import { useTotpCode } from '../../src/providers/totp/store.ts';
import { goOn, RECOVERY, totpCode, useServer, withPassword } from './support.ts';

const server = useServer({ throttles: { secondFactor: { perAccount: [] } } });

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const dora = async (): Promise<number> => (await server().services.accounts.byName('Dora'))?.id ?? 0;

test('of a hundred uses of one step at once, one is taken', async () => {
  const id = await dora();
  const { services, clock } = server();
  const code = totpCode(server());
  const taken = await times(100, () => useTotpCode(services, id, code, clock.now()));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test('of a hundred uses of one recovery code at once, one is taken', async () => {
  const id = await dora();
  const taken = await times(100, () => useRecoveryCode(server().services, id, RECOVERY[0] ?? ''));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test('steps used at once can each be taken, each once', async () => {
  const id = await dora();
  const { services, clock } = server();
  const codes = [-1, 0].map((offset) => totpCode(server(), offset));
  const taken = await times(20, (index) => useTotpCode(services, id, codes[index % 2] ?? '', clock.now()));
  expect(taken.filter(Boolean).length).toBeLessThanOrEqual(2);
  expect(taken.filter(Boolean).length).toBeGreaterThanOrEqual(1);
});

test.each([
  ['code', () => totpCode(server())],
  ['recovery code', () => RECOVERY[1] ?? ''],
])('of twenty sign-ins with the same %s at once, one passes', async (_what, code) => {
  const waiting = await times(20, async () => (await withPassword(server())).client);
  const answers = await Promise.all(waiting.map((client) => goOn(client, { OATHToken: code() })));
  expect(answers.filter(({ status }) => status === 'PASS')).toHaveLength(1);
  expect(answers.filter(({ messagecode }) => messagecode === 'oathauth-login-failed')).toHaveLength(19);
});
