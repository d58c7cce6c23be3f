import { expect, test } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';

test('a lacking right and a block are told together when an account is made', async () => {
  const server = await createTestServer({
    fixtures: {
      users: [{ name: 'Ann', password: 'Ann-Passw0rd-1', groups: ['sysop'] }],
      ipBlocks: [{ target: '203.0.113.66', reason: 'Spam', expiry: 'infinity', by: 'Ann', createAccountBlocked: true }],
    },
    config: {
      api: { compat: '1.39' },
      http: { trustedProxies: ['127.0.0.1'] },
      groups: { permissions: { '*': { createaccount: false } } },
    },
  });
  const client = server.client();
  const code = async (): Promise<unknown> =>
    ((await client.createAccount('New One', 'Some-Passw0rd-1')).createaccount as { messagecode: string }).messagecode;
  expect(await code()).toBe('permissiondenied');
  client.headers['X-Forwarded-For'] = '203.0.113.66';
  expect(await code()).toBe('___1____2');
  await server.close();
});
