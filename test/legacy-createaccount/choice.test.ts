import { expect, it } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';
import { ask, GOOD } from './support.ts';

it('leaves requests with a parameter of today to the module of today', async () => {
  const server = await createTestServer();
  const client = server.client();
  const code = async (params: Record<string, string>) => (await ask(client, params)).error?.code;
  expect(await code({ ...GOOD, createreturnurl: 'http://example.org/' })).toBe('notoken');
  expect(await code({ password: 'x' })).toBe('notoken');
  expect(await code({ 'name[]': 'x' })).toBe('notoken');
  expect(await client.createAccount('Modern', GOOD.password, { name: 'ignored' })).toMatchObject({
    createaccount: { status: 'PASS', username: 'Modern' },
  });
  await server.close();
});

it('describes the module of today', async () => {
  const server = await createTestServer();
  const answer = await server.client().get({ action: 'paraminfo', modules: 'createaccount' });
  expect(answer).toMatchObject({
    paraminfo: { modules: [{ name: 'createaccount', prefix: 'create', classname: 'ApiAMCreateAccount' }] },
  });
  await server.close();
});

it('is switched off by its option, and together with the module', async () => {
  for (const [api, code] of [
    [{ legacyCreateAccount: false }, 'notoken'],
    [{ disabledModules: ['createaccount'] }, 'moduledisabled'],
  ] as const) {
    const server = await createTestServer({ config: { api } });
    expect((await ask(server.client(), GOOD)).error?.code).toBe(code);
    await server.close();
  }
});
