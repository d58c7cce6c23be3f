import { expect, it } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';
import { startSlapd } from './slapd.ts';

it.each([
  ['is gone', 'SIGKILL'],
  ['does not answer', 'SIGSTOP'],
] as const)('says externaldberror while the directory %s, and signs local accounts in', async (_what, signal) => {
  const slapd = await startSlapd();
  const { url, baseDn } = slapd;
  const server = await createTestServer({
    fixtures: { users: [{ name: 'Grace', password: 'Gr4ce-Local-Pw' }] },
    config: { ldap: { timeoutMs: 500, domains: [{ domain: 'staff', url, baseDn }] } },
  });
  slapd.signal(signal);
  const answer = await server.client().clientLogin('linda', 'L1nda-Directory-Pw', { domain: 'staff' });
  expect(answer).toMatchObject({ status: 'FAIL', messagecode: 'externaldberror' });
  const params = { action: 'createaccount', name: 'Otto', password: 'x', domain: 'staff' };
  const client = server.client();
  const { token } = (await client.post(params)).createaccount as { token: string };
  expect(await client.post({ ...params, token })).toMatchObject({ error: { code: 'externaldberror' } });
  expect(await server.client().clientLogin('Grace', 'Gr4ce-Local-Pw')).toMatchObject({ status: 'PASS' });
  await server.close();
  slapd.close();
});
