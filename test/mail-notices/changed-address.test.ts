import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeAddress } from '../../src/providers/email/change-address.ts';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  const users = [{ name: 'Alice', password: 'Al1ce-Wonder-Pw', email: 'old@example.org', emailConfirmed: true }];
  server = await createTestServer({ fixtures: { users } });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

async function change(address: string, confirmed = false) {
  const user = await server.services.accounts.byName('Alice');
  if (!user) throw new Error('no Alice');
  await changeAddress(server.services, user, { address, confirmed, by: '192.0.2.1' });
  await server.settled();
  return server.services.accounts.byName('Alice');
}

it('tells the old address and asks the new one to confirm', async () => {
  expect(await change('new@example.org')).toMatchObject({ email: 'new@example.org', emailConfirmedAt: null });
  expect(server.mailbox.last('old@example.org')?.text).toContain('new@example.org');
  expect(server.mailbox.last('new@example.org')?.text).toMatch(/Special:ConfirmEmail\/[0-9a-f]{32}$/m);
});

it('tells the old address that there is none any more', async () => {
  expect(await change('')).toMatchObject({ email: '', emailConfirmedAt: null });
  expect(server.mailbox.messages.map(({ to }) => to)).toEqual(['old@example.org']);
});

it('asks for no confirmation of an address that is known to be theirs', async () => {
  const changed = await change('new@example.org', true);
  expect(changed?.emailConfirmedAt).not.toBeNull();
  expect(server.mailbox.last('new@example.org')).toBeNull();
});

it('says nothing when the address stays', async () => {
  await change('old@example.org');
  expect(server.mailbox.messages).toEqual([]);
});
