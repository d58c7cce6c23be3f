import { expect, test } from 'vitest';
import { captchaServer, create, PASSWORD, solved } from './support.ts';

test('a question of before a sign-in can be answered once after it', async () => {
  const server = await captchaServer({ kind: 'simple' });
  const client = server.client();
  const answer = await solved(server, client);
  const other = await solved(server, client);
  expect((await client.clientLogin('Alice', PASSWORD)).status).toBe('PASS');
  expect(await create(client, 'First', answer)).toBe('PASS');
  expect(await create(client, 'Second', answer)).toBe('captcha-createaccount-fail');
  expect(await create(server.client(), 'Third', other)).toBe('captcha-createaccount-fail');
  await server.close();
});
