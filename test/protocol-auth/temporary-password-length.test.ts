import { expect, test } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';

test('a mailed password is as long as the policy of any group wants', async () => {
  const server = await createTestServer({
    fixtures: { users: [{ name: 'Ann', password: 'Ann-Passw0rd-1', email: 'ann@example.org', emailConfirmed: true }] },
    config: { passwords: { policies: { sysop: { MinimalPasswordLength: 14 } } } },
  });
  await server.client().post({ action: 'resetpassword', user: 'Ann', token: '+\\' });
  await server.settled();
  expect(server.mailbox.last('ann@example.org')?.text).toMatch(/^\W*[0-9a-v]{14}\W*$/m);
  await server.close();
});
