import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/auth/actor.ts';
import { createAuthManager } from '../../src/auth/manager.ts';
import { createProviders } from '../../src/providers/registry.ts';
import type { Session } from '../../src/sessions/types.ts';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { invitation } from './example-provider/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const visitor = (): Actor => ({
  user: null,
  name: '192.0.2.7',
  address: '192.0.2.7',
  session: { kind: 'none', load: async () => null, save: async () => {}, forget: async () => {} } as unknown as Session,
  groups: ['*'],
  rights: new Set(['createaccount']),
});

/** Creates an account over all providers and the one of the page. */
async function create(username: string, fields: Record<string, string>) {
  const { services, clock } = server;
  const manager = createAuthManager(services, [...createProviders(services.config), invitation(['green door'])]);
  const call = { actor: visitor(), now: clock.now(), language: 'en' };
  const filled = (await manager.forms('create', call)).map(({ id, fields: own }) => ({
    id,
    values: Object.fromEntries(
      Object.keys(own).map((name) => [name, { username, email: '', realname: '', ...fields }[name] ?? '']),
    ),
  }));
  const outcome = await manager.begin('create', call, filled, 'http://localhost/');
  return outcome.status === 'FAIL' ? outcome.message.code : outcome.status;
}

const password = { password: 'correct horse 42 battery', retype: 'correct horse 42 battery' };

test('the provider of the page lets in who has an unused code, and keeps the code when the creation fails', async () => {
  expect(await create('Ann', { ...password, invitation: 'blue door' })).toBe('invitation-unknown');
  expect(await create('Ann', { ...password, retype: 'other', invitation: 'green door' })).toBe('badretype');
  expect(await create('Ann', { ...password, invitation: 'green door' })).toBe('PASS');
  expect(await create('Ben', { ...password, invitation: 'green door' })).toBe('invitation-used');
});

test('the page shows the provider as it is', () => {
  const page = readFileSync(new URL('../../docs/writing-a-provider.md', import.meta.url), 'utf8');
  const code = readFileSync(new URL('./example-provider/index.ts', import.meta.url), 'utf8');
  expect(page).toContain(code.replaceAll('../../../src/', '../../'));
});
