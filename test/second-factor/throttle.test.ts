import { expect, test } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { goOn, totpCode, useServer, withPassword } from './support.ts';

// The default limit, which test servers have off.
const { secondFactor } = createConfig({}).throttles;
const server = useServer({ throttles: { secondFactor } });

test('after ten wrong codes in a minute even the right one is not looked at', async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { client } = await withPassword(server());
    expect(await goOn(client, { OATHToken: 'x' })).toMatchObject({ messagecode: 'oathauth-login-failed' });
  }
  const { client } = await withPassword(server());
  expect(await goOn(client, { OATHToken: totpCode(server()) })).toMatchObject({
    status: 'UI',
    messagecode: 'oathauth-throttled',
  });
  server().clock.advance(61_000);
  expect(await goOn(client, { OATHToken: totpCode(server()) })).toMatchObject({ status: 'PASS' });
});

test('attempts at once are counted before they are checked', async () => {
  const { client } = await withPassword(server());
  const answers = await Promise.all(Array.from({ length: 30 }, () => goOn(client, { OATHToken: 'x' })));
  expect(answers.filter(({ messagecode }) => messagecode === 'oathauth-login-failed')).toHaveLength(10);
  expect(answers.filter(({ messagecode }) => messagecode === 'oathauth-throttled')).toHaveLength(20);
});

test('right codes and empty fields do not count', async () => {
  for (let attempt = 0; attempt < 12; attempt++) {
    server().clock.advance(1000);
    const { client } = await withPassword(server());
    expect(await goOn(client, { OATHToken: '' })).toMatchObject({ messagecode: 'oathauth-login-failed' });
    if (attempt < 5)
      expect(await goOn(client, { OATHToken: totpCode(server(), attempt - 1) })).toMatchObject({ status: 'PASS' });
  }
});
