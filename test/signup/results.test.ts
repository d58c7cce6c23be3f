import { afterEach, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config/index.ts';
import { type ApiParams, createTestServer, type TestServer } from '../../src/testing/index.ts';
import { listServer, nameServer } from '../dnsbl/support.ts';
import { GOOD, signUp } from './support.ts';

let server: TestServer;
afterEach(() => server.close());

const fixtures = {
  users: [{ name: 'Alice', password: GOOD.password }],
};

const resultOf = async (params: ApiParams, config: ConfigInput = {}) => {
  server = await createTestServer({ fixtures, config });
  return signUp(server.client(), { ...GOOD, ...params });
};

it.each<[object, ApiParams, ConfigInput?]>([
  [{ result: 'NoName' }, { name: '' }],
  [{ result: 'NoName' }, { name: '<>' }],
  [{ result: 'UserExists' }, { name: 'alice' }],
  [{ result: 'WrongRetype' }, { retype: 'other' }],
  [{ result: 'WrongRetype' }, { retype: '' }],
  [
    { result: 'InvalidPass', reason: { code: 'passwordtooshort' } },
    { password: 'x', retype: 'x' },
  ],
  [{ result: 'InvalidEmail' }, { email: 'nowhere' }],
  [{ result: 'NoEmail' }, {}, { accounts: { requireEmail: true } }],
  [{ result: 'WrongPassword', domain: 'elsewhere' }, { domain: 'elsewhere' }],
  [{ result: 'Success' }, { domain: 'local' }],
  [{ result: 'InsufficientPermission' }, {}, { groups: { permissions: { '*': { createaccount: false } } } }],
  [{ result: 'ReadOnlyPage' }, {}, { site: { readOnly: 'We are moving.' } }],
  [{ result: 'BlockedByHook', reason: { code: 'antispoof-conflict' } }, { name: 'AIice' }],
  [{ result: 'BlockedByHook' }, {}, { accounts: { deniedNames: ['Ann'] } }],
])('answers %o', async (expected, params, config) => {
  expect(await resultOf({ ...params, errorformat: 'plaintext' }, config)).toMatchObject(expected);
});

it('says nothing but the result where that says everything', async () => {
  expect(await resultOf({ name: 'Alice' })).toEqual({ result: 'UserExists' });
});

it('answers CreateBlocked from a blocked address', async () => {
  server = await createTestServer({
    fixtures: { users: [{ name: 'Admin', password: GOOD.password, groups: ['sysop'] }] },
  });
  const admin = server.client();
  await admin.clientLogin('Admin', GOOD.password);
  await admin.post({ action: 'block', user: '127.0.0.1', nocreate: true, token: await admin.token() });
  expect(await signUp(server.client(), GOOD)).toMatchObject({ result: 'CreateBlocked', reason: expect.any(String) });
});

it('answers IPBlocked from a listed address', async () => {
  const names = await nameServer();
  names.records.set('1.0.0.127.dnsbl.example', { answer: '127.0.0.2', ttl: 60 });
  server = await listServer(names);
  expect(await signUp(server.client(), GOOD)).toEqual({ result: 'IPBlocked' });
  await names.close();
});

it('answers Throttled after too many accounts', async () => {
  await resultOf({}, { throttles: { accountCreation: { perAddress: [{ count: 1, seconds: 60 }] } } });
  expect(await signUp(server.client(), { ...GOOD, name: 'Ben' })).toMatchObject({ result: 'Throttled' });
});

it('answers ExternalDBError while the directory is down, and WrongRetype before it asks', async () => {
  const domains = [{ domain: 'staff', url: 'ldap://127.0.0.1:1', baseDn: 'dc=example' }];
  expect(await resultOf({ domain: 'staff' }, { ldap: { domains } })).toEqual({ result: 'ExternalDBError' });
  expect(await signUp(server.client(), { ...GOOD, domain: 'staff', retype: 'other' })).toEqual({
    result: 'WrongRetype',
  });
});

it('shows the task of a CAPTCHA, and takes its answer', async () => {
  server = await createTestServer({ config: { captcha: { kind: 'simple' } } });
  const client = server.client();
  const refused = await signUp(client, GOOD);
  expect(refused).toMatchObject({ result: 'BlockedByHook', captcha: { id: expect.any(String) } });
  const { id } = refused.captcha as { id: string };
  const captchaWord = server.captchaAnswer(client, id) as string;
  expect(await signUp(client, { ...GOOD, captchaId: id, captchaWord })).toMatchObject({ result: 'Success' });
});
