import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, bot, startServer, texts } from './accounts.ts';
import { needsModule, runProgram, type Said } from './programs.ts';

let server: TestServer;
let said: Said;
beforeAll(async () => {
  await needsModule('python', 'requests', 'python3-requests');
  server = await startServer();
  const accounts = [bot.name, bot.password, alice.name, alice.password];
  said = await runProgram('python', 'requests_documented.py', server.api, server.url, ...accounts);
  await server.settled();
});
afterAll(() => server?.close());

const success = { result: 'Success', lguserid: expect.any(Number), lgusername: 'Alice' };

it.each<[string, unknown]>([
  ['login', { login: success }],
  ['whoami', { query: { userinfo: { name: 'Alice' } } }],
  ['logout', {}],
  ['wrong', { login: { result: 'Failed', reason: texts.wrongPassword } }],
  ['clientlogin', { clientlogin: { status: 'PASS', username: 'Alice' } }],
  ['createaccount', { createaccount: { status: 'PASS', username: 'Sample' } }],
  ['validatepassword', { validatepassword: { validity: 'Good' } }],
  ['no password', { error: { code: 'nopassword' } }],
  ['resetpassword', { resetpassword: { status: 'success' } }],
  ['multipart', { login: success }],
])('answers the sample program: %s', (step, answer) => {
  expect(said[step]).toMatchObject(answer as object);
});

it('mailed the temporary password', () => {
  expect(server.mailbox.messages.map(({ to }) => to)).toContain('alice@example.org');
});
