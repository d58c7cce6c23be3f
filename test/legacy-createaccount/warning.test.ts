import { expect, it } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';
import { create, GOOD } from './support.ts';

it('warns when the account was made but the mail could not be handed over', async () => {
  const logged: string[] = [];
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, warn: quiet, error: (_: object, text: string) => void logged.push(text) };
  const server = await createTestServer({ log });
  server.services.mailer.send = () => Promise.reject(new Error('the queue cannot be written'));
  const params = { ...GOOD, email: 'gym@example.org', mailpassword: '1' };
  const answer = await create(server.client(), params);
  expect(answer.createaccount).toMatchObject({ result: 'warning', username: GOOD.name, userid: expect.any(Number) });
  expect(answer.createaccount?.warnings).toMatchObject([{ code: 'createaccount-incomplete' }]);
  expect(JSON.stringify(answer)).not.toContain('queue cannot');
  expect(logged).toEqual(['a step after account creation failed']);
  expect(await server.services.accounts.find(GOOD.name)).toMatchObject({ name: GOOD.name });
  await server.close();
});
