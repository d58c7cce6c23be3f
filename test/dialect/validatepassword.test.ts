import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiParams, TestServer } from '../../src/testing/index.ts';
import { codeOf, documented } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await documented();
});
afterAll(() => server.close());

const ask = (params: ApiParams) => server.client().post({ action: 'validatepassword', ...params });
const code = async (params: ApiParams) => codeOf(await ask(params));
const validity = async (params: ApiParams) =>
  ((await ask(params)).validatepassword as { validity: string } | undefined)?.validity;

it('answers Good, Change and Invalid', async () => {
  expect(await ask({ password: 'S0me-Longer-One' })).toEqual({ validatepassword: { validity: 'Good' } });
  expect(await validity({ password: 'foobar' })).toBe('Change');
  expect(await validity({ password: 'qwerty', user: 'Example' })).toBe('Change');
  expect(await validity({ password: 'x'.repeat(4097) })).toBe('Invalid');
});
it('says why', async () => {
  expect(await ask({ password: 'foobar' })).toMatchObject({
    validatepassword: {
      validitymessages: [{ code: 'passwordtooshort', message: 'passwordtooshort', params: [8] }, {}],
    },
  });
});
it('asks for eight bytes, and ten of an administrator', async () => {
  expect(await validity({ password: 'aB3_xY7' })).toBe('Change');
  expect(await validity({ password: 'aB3_xY7q' })).toBe('Good');
  const admin = server.client();
  await admin.clientLogin('Admin', 'Adm1n-Passw0rd-Pe3r');
  expect(await admin.post({ action: 'validatepassword', password: 'aB3_xY7q' })).toMatchObject({
    validatepassword: { validity: 'Change' },
  });
});
it('nopassword: without a password, or with an empty one', async () => {
  expect(await code({})).toBe('nopassword');
  expect(await code({ password: '' })).toBe('nopassword');
});
it('baduser: a name under which no account can be made', async () => {
  for (const user of ['a#b', 'a<b', '203.0.113.9', 'x>y', '', 'a@b', 'MediaWiki default', '#99999']) {
    expect(await code({ password: 'S0me-Longer-One', user }), user).toBe('baduser');
  }
});
it('userexists: the name or the id of an account', async () => {
  const { id } = (await server.services.accounts.find('Alice')) as { id: number };
  expect(await code({ password: 'S0me-Longer-One', user: 'alice' })).toBe('userexists');
  expect(await code({ password: 'S0me-Longer-One', user: `#${id}` })).toBe('userexists');
});
it('mustbeposted and mustpostparams: nothing by GET, no password in the query string', async () => {
  const client = server.client();
  expect(codeOf(await client.get({ action: 'validatepassword', password: 'x' }))).toBe('mustbeposted');
  expect(codeOf(await client.post({ action: 'validatepassword' }, { password: 'x' }))).toBe('mustpostparams');
});
it('has the documented parameters', async () => {
  const answer = await server.client().get({ action: 'paraminfo', modules: 'validatepassword' });
  expect(answer).toMatchObject({
    paraminfo: {
      modules: [
        {
          prefix: '',
          readrights: true,
          mustbeposted: true,
          parameters: [
            { name: 'password', type: 'password', required: true, sensitive: true },
            { name: 'user', type: 'user', required: false, subtypes: ['name', 'id'] },
            { name: 'email', type: 'string', required: false },
            { name: 'realname', type: 'string', required: false },
          ],
        },
      ],
    },
  });
});
