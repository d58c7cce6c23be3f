import { expect, test } from 'vitest';
import { captchaServer, clientFrom, create, solved } from './support.ts';

const FAIL = 'captcha-createaccount-fail';

test('after too many wrong answers from an address right ones are refused too, until time has passed', async () => {
  const server = await captchaServer({ kind: 'simple', wrongAnswers: { perAddress: [{ count: 3, seconds: 60 }] } });
  const client = clientFrom(server, '198.51.100.1');
  for (let n = 0; n < 3; n++) expect(await create(client, 'Somebody', { captchaId: '1', captchaWord: '1' })).toBe(FAIL);
  const answer = await solved(server, client);
  expect(await create(client, 'Somebody', answer)).toBe(FAIL);
  const other = clientFrom(server, '198.51.100.2');
  expect(await create(other, 'Other', await solved(server, other))).toBe('PASS');
  server.clock.advance(60_001);
  // It was not looked at, so it is not spent.
  expect(await create(client, 'Somebody', answer)).toBe('PASS');
  await server.close();
});

test('many wrong answers at once are no way around the limit', async () => {
  const server = await captchaServer({
    kind: 'simple',
    lifetimeSeconds: 3600,
    wrongAnswers: { perAddress: [{ count: 5, seconds: 60 }] },
  });
  const client = server.client();
  await client.token('createaccount');
  const answers = await Promise.all(Array.from({ length: 20 }, () => solved(server, client)));
  await Promise.all(answers.map((answer, n) => create(client, `Wrong ${n}`, { ...answer, captchaWord: '999' })));
  // Those that were looked at are spent: as many as the limit allows.
  let spent = 0;
  for (const [n, answer] of answers.entries()) {
    server.clock.advance(61_000);
    if ((await create(client, `Right ${n}`, answer)) === FAIL) spent++;
  }
  expect(spent).toBe(5);
  await server.close();
});

test('right answers do not count, nor do missing ones', async () => {
  const server = await captchaServer({ kind: 'simple', wrongAnswers: { perAddress: [{ count: 2, seconds: 60 }] } });
  const client = server.client();
  for (let n = 0; n < 5; n++) expect(await create(client, 'Somebody')).toBe(FAIL);
  for (let n = 0; n < 5; n++) expect(await create(client, `Right ${n}`, await solved(server, client))).toBe('PASS');
  await server.close();
});

test('wrong answers of a signed-in account count wherever it comes from', async () => {
  const server = await captchaServer({
    kind: 'simple',
    wrongAnswers: { perAddress: [], perAccount: [{ count: 2, seconds: 60 }] },
  });
  const client = clientFrom(server, '198.51.100.1');
  await client.clientLogin('Alice', 'Str0ng-Enough-Pw');
  for (let n = 0; n < 2; n++) {
    client.headers['X-Forwarded-For'] = `198.51.100.${n}`;
    expect(await create(client, 'Somebody', { captchaId: '1', captchaWord: '1' })).toBe(FAIL);
  }
  client.headers['X-Forwarded-For'] = '198.51.100.9';
  expect(await create(client, 'Somebody', await solved(server, client))).toBe(FAIL);
  await server.close();
});
