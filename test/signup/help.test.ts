import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalResult } from '../../src/api/signup/result.ts';
import { msg } from '../../src/base/message.ts';
import { coded } from '../../src/errors/coded-message.ts';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

it('the help names every result of a refusal', () => {
  const help = server.services.messages.source('apihelp-signup-extended-description', 'en') ?? '';
  const codes = ['userexists', 'noname', 'badretype', 'blocked', 'wrongpassword', 'passwordbreached', 'something'];
  for (const code of codes) expect(help).toContain(`<samp>${refusalResult(coded(msg(code))).result}</samp>`);
});

it('paraminfo describes both modules', async () => {
  const { paraminfo } = (await server.client().get({ action: 'paraminfo', modules: 'signup|validatesignup' })) as {
    paraminfo: { modules: { name: string; prefix: string; parameters: { name: string }[] }[] };
  };
  const described = paraminfo.modules.map(({ name, parameters }) => [name, parameters.map((one) => one.name)]);
  expect(Object.fromEntries(described)).toMatchObject({
    signup: expect.arrayContaining(['name', 'password', 'retype', 'email', 'domain', 'realname', 'source_action']),
    validatesignup: expect.arrayContaining(['field', 'inputVal']),
  });
});
