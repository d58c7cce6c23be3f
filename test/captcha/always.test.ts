import { expect, test } from 'vitest';
import { asked, captchaServer, create, PASSWORD, question, signIn, solved } from './support.ts';

test('every sign-in can be asked, with a kind of its own', async () => {
  const server = await captchaServer({
    kind: 'simple',
    triggers: { signIn: 'question' },
    questions: [{ question: 'Which colour is the <b>clear</b> sky?', answers: ['blue', 'Azure'] }],
  });
  const client = server.client();
  expect(await signIn(client, 'Alice', PASSWORD)).toBe('wrongpassword');
  expect((await question(client, 'login')).metadata).toEqual({ type: 'question', mime: 'text/html' });
  expect((await question(client, 'create')).metadata.type).toBe('simple');
  expect(await signIn(client, 'Alice', PASSWORD, await solved(server, client, 'login'))).toBe('PASS');
  await server.close();
});

test('a question of one kind does not answer another', async () => {
  const server = await captchaServer({ kind: 'altcha', triggers: { createAccount: true, signIn: 'simple' } });
  const client = server.client();
  expect(await create(client, 'Somebody', await solved(server, client, 'login'))).toBe('captcha-createaccount-fail');
  await server.close();
});

test('triggers that are off ask nothing', async () => {
  const server = await captchaServer({ kind: 'simple', triggers: { createAccount: false, badSignIn: false } });
  const client = server.client();
  for (let n = 0; n < 5; n++) await signIn(client, 'Alice', 'wrong');
  expect(await asked(client, 'login')).toBeNull();
  expect(await signIn(client, 'Alice', PASSWORD)).toBe('PASS');
  expect(await create(server.client(), 'Somebody')).toBe('PASS');
  await server.close();
});
