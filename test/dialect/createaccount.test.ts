import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Provider } from '../../src/auth/provider.ts';
import { msg } from '../../src/base/message.ts';
import { coded } from '../../src/errors/coded-message.ts';
import type { ApiParams, TestServer, TestServerOptions } from '../../src/testing/index.ts';
import { addProviders, codeOf, documented } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await documented();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const PASSWORD = 'S0me-Longer-One';
const create = (params: ApiParams = {}, on = server) => on.client().createAccount('Zane', PASSWORD, params);
const code = async (params: ApiParams = {}, on = server) => codeOf(await create(params, on));
async function codeWith(config: TestServerOptions['config'], params: ApiParams = {}, ...providers: Provider[]) {
  const own = await documented({ config });
  addProviders(own, ...providers);
  const found = await code(params, own);
  await own.close();
  return found;
}

it('answers PASS with the name', async () => {
  expect(await create()).toEqual({ createaccount: { status: 'PASS', username: 'Zane' } });
});
it('takes an email without a realname', async () => {
  await create({ email: 'zane@example.org' });
  expect(await server.services.accounts.find('Zane')).toMatchObject({ email: 'zane@example.org' });
});
it('notoken: no token, or an empty one', async () => {
  expect(await code({ createtoken: undefined })).toBe('notoken');
  expect(await code({ createtoken: '' })).toBe('notoken');
});
it('badtoken: a token of another session', async () => {
  expect(await code({ createtoken: await server.client().token('createaccount') })).toBe('badtoken');
});
it('mustpostparams: the token in the query string', async () => {
  const client = server.client();
  const createtoken = await client.token('createaccount');
  expect(codeOf(await client.post({ action: 'createaccount', username: 'Zane' }, { createtoken }))).toBe(
    'mustpostparams',
  );
});
it('missingparam: neither createcontinue nor createreturnurl', async () => {
  expect(await code({ createreturnurl: undefined })).toBe('missingparam');
});
it('authmanager-create-no-primary: no credentials that an account could have', async () => {
  expect(await code({ password: undefined, retype: undefined })).toBe('authmanager-create-no-primary');
});
it('noemailcreate: an address is needed, for the mailed password or for the wiki', async () => {
  const admin = server.client();
  await admin.clientLogin('Admin', 'Adm1n-Passw0rd-Pe3r');
  expect(codeOf(await admin.createAccount('Zane', PASSWORD, { mailpassword: '1' }))).toBe('noemailcreate');
  expect(await codeWith({ accounts: { requireEmail: true } })).toBe('noemailcreate');
  expect(await codeWith({ accounts: { requireEmail: true } }, { email: 'zane@example.org' })).toBe('PASS');
});
it('invalidemailaddress: something else than an address', async () => {
  expect(await code({ email: 'zane' })).toBe('invalidemailaddress');
});
it('badretype: two passwords that differ', async () => {
  expect(await code({ retype: 'Another-One-1' })).toBe('badretype');
});
it('userexists: a name that is taken', async () => {
  expect(await code({ username: 'alice' })).toBe('userexists');
});
it('noname: a text that cannot be a name, or none', async () => {
  for (const username of ['a#b', 'a@b', '203.0.113.9', '']) expect(await code({ username }), username).toBe('noname');
});
it('captcha-createaccount-fail: as the provider of the CAPTCHA says', async () => {
  const captcha: Provider = {
    id: 'captcha',
    kind: 'pre',
    checkCreation: async () => coded(msg('captcha-createaccount-fail')),
  };
  expect(await codeWith({}, {}, captcha)).toBe('captcha-createaccount-fail');
});
it('acct_creation_throttle_hit: too many accounts of one address', async () => {
  const own = await documented({
    config: { throttles: { accountCreation: { perAddress: [{ count: 1, seconds: 60 }] } } },
  });
  expect(await code({}, own)).toBe('PASS');
  expect(await code({ username: 'Yves' }, own)).toBe('acct_creation_throttle_hit');
  await own.close();
});
it('never answers a joined code, and still gives all reasons', async () => {
  const answer = await server.client().createAccount('Password', 'pass');
  expect(answer).toMatchObject({
    createaccount: {
      status: 'FAIL',
      messagecode: 'passwordtooshort',
      message: expect.stringMatching(/^\* .+\n\* .+/),
    },
  });
});
it('names the creator of an account for somebody else, and keeps the reason', async () => {
  const alice = server.client();
  await alice.clientLogin('Alice', 'Al1ce-Wonder-Pw');
  await alice.createAccount('Zane', PASSWORD, { reason: 'A colleague' });
  const log = await alice.get({ action: 'query', list: 'logevents', letype: 'newusers', lelimit: 1 });
  expect(log).toMatchObject({
    query: { logevents: [{ action: 'create2', user: 'Alice', title: 'User:Zane', comment: 'A colleague' }] },
  });
});
it('has the documented parameters', async () => {
  const answer = await server.client().get({ action: 'paraminfo', modules: 'createaccount' });
  expect(answer).toMatchObject({
    paraminfo: {
      modules: [
        {
          prefix: 'create',
          writerights: true,
          mustbeposted: true,
          parameters: [
            { name: 'requests', multi: true, lowlimit: 50, highlimit: 500 },
            { name: 'messageformat', type: ['html', 'none', 'raw', 'wikitext'], default: 'wikitext' },
            { name: 'mergerequestfields', type: 'boolean' },
            { name: 'preservestate', type: 'boolean' },
            { name: 'returnurl', required: false },
            { name: 'continue', type: 'boolean' },
            { name: 'token', required: true, tokentype: 'createaccount' },
          ],
          dynamicparameters: true,
        },
      ],
    },
  });
});
