import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { REFUSAL_CODES } from '../../src/api/legacy-creation/refusal.ts';
import { fail, ui } from '../../src/auth/outcome.ts';
import type { Provider } from '../../src/auth/provider.ts';
import { textOf } from '../../src/auth/request.ts';
import { msg } from '../../src/base/message.ts';
import { coded } from '../../src/errors/coded-message.ts';
import type { ApiParams, TestServer, TestServerOptions } from '../../src/testing/index.ts';
import { ask, codeOf, create, GOOD } from '../legacy-createaccount/support.ts';
import { addProviders, documented } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await documented();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const seen = new Set<string>();
const code = async (params: ApiParams, on = server): Promise<string | undefined> => {
  const found = await codeOf(on.client(), { ...GOOD, ...params });
  seen.add(String(found));
  return found;
};
async function codeWith(params: ApiParams, config: TestServerOptions['config'], ...providers: Provider[]) {
  const own = await documented({ config });
  addProviders(own, ...providers);
  try {
    return await code(params, own);
  } finally {
    await own.close();
  }
}

it('noname: a name that is empty or impossible', async () => {
  for (const name of ['', 'a#b', '203.0.113.9', 'User@home']) expect(await code({ name }), name).toBe('noname');
});
it('nocookiesfornew: a token without the cookie of its session', async () => {
  const token = (await ask(server.client(), GOOD)).createaccount?.token;
  const bare = server.client();
  expect((await ask(bare, { ...GOOD, token })).error?.code).toBe('nocookiesfornew');
  expect(await codeOf(bare, GOOD)).toBe('success');
  seen.add('nocookiesfornew');
});
it('userexists: a name that is taken', async () => {
  expect(await code({ name: 'alice' })).toBe('userexists');
});
it('passwordtooshort: less than eight bytes, or none', async () => {
  for (const password of ['1234567', '', undefined]) expect(await code({ password })).toBe('passwordtooshort');
});
it('password-name-match: the name as password, in any case', async () => {
  expect(await code({ password: GOOD.name })).toBe('password-name-match');
  expect(await code({ password: GOOD.name.toLowerCase() })).toBe('password-name-match');
});
it('password-login-forbidden: names and passwords that stand in documents', async () => {
  expect(await code({ name: 'Useruser', password: 'Passpass' })).toBe('password-login-forbidden');
});
it('never joins the codes of several reasons', async () => {
  expect(await code({ name: 'Foo', password: 'foo' })).toBe('passwordtooshort');
  const config = { api: { compat: '1.39', legacyCreateAccount: true } } as const;
  expect(await codeWith({ name: 'Foo', password: 'foo' }, config)).toBe('passwordtooshort');
});
it('noemailtitle: an address that the wiki requires', async () => {
  expect(await codeWith({}, { accounts: { requireEmail: true } })).toBe('noemailtitle');
});
it('noemail: a password by mail and nowhere to send it', async () => {
  expect(await code({ mailpassword: '1' })).toBe('noemail');
  expect(await codeWith({ mailpassword: '1' }, { accounts: { requireEmail: true } })).toBe('noemail');
});
it('invalidemailaddress: something else than an address', async () => {
  expect(await code({ email: 'not an address' })).toBe('invalidemailaddress');
});
it('acct_creation_throttle_hit: too many accounts of one address', async () => {
  const own = await documented({
    config: { throttles: { accountCreation: { perAddress: [{ count: 1, seconds: 60 }] } } },
  });
  expect(await code({}, own)).toBe('success');
  expect(await code({ name: 'Second' }, own)).toBe('acct_creation_throttle_hit');
  await own.close();
});
it('wrongpassword: a domain that is not known', async () => {
  expect(await code({ domain: 'corp.example' })).toBe('wrongpassword');
  expect(await code({ domain: 'local' })).toBe('success');
});
it('blocked: an account or address that may not create accounts', async () => {
  const evan = server.client();
  await evan.clientLogin('Evan', 'Ev4n-Blocked-Pw');
  expect(await codeOf(evan, GOOD)).toBe('blocked');
  seen.add('blocked');
});
it('permdenied-createaccount: the right is missing', async () => {
  const config = { groups: { permissions: { '*': { createaccount: false } } } };
  expect(await codeWith({}, config)).toBe('permdenied-createaccount');
});
it('createaccount-hook-aborted: a name on the list of denied ones, or that looks like another', async () => {
  expect(await codeWith({ name: 'Padmin' }, { accounts: { deniedNames: ['*admin*'] } })).toBe(
    'createaccount-hook-aborted',
  );
  expect(await code({ name: 'A1ice' })).toBe('createaccount-hook-aborted');
});
it('aborted: a refusal of a provider of the operator, with its text', async () => {
  const refuses: Provider = {
    id: 'own',
    kind: 'pre',
    checkCreation: async () => coded(msg('$1', 'Only on weekdays'), 'weekend'),
  };
  const own = await documented();
  addProviders(own, refuses);
  expect((await create(own.client(), GOOD)).error).toMatchObject({ code: 'aborted', info: 'Only on weekdays' });
  await own.close();
  seen.add('aborted');
});

const question = ui([{ id: 'q', required: 'required', fields: {} }], msg('$1', 'Which?'));
const domain = (answer: 'known' | 'unknown' | 'down' | 'asks'): Provider => ({
  id: 'directory',
  kind: 'primary',
  forms: (action) =>
    action === 'create'
      ? [
          {
            id: 'Directory',
            required: 'required',
            fields: {
              username: { type: 'string', label: msg('$1'), help: msg('$1') },
              password: { type: 'password', label: msg('$1'), help: msg('$1'), sensitive: true },
              domain: { type: 'select', options: { corp: msg('$1') }, label: msg('$1'), help: msg('$1') },
            },
          },
        ]
      : [],
  async create(_context, draft, _creator, filled) {
    if (textOf(filled, 'Directory', 'domain') !== 'corp') return { status: 'ABSTAIN' };
    if (answer === 'known') return { status: 'PASS', username: draft.name };
    if (answer === 'asks') return question;
    return fail(msg(answer === 'down' ? 'externaldberror' : 'wrongpassword'));
  },
});
it('externaldberror and wrongpassword: what the directory of the domain says', async () => {
  expect(await codeWith({ domain: 'corp' }, {}, domain('known'))).toBe('success');
  expect(await codeWith({ domain: 'corp' }, {}, domain('unknown'))).toBe('wrongpassword');
  expect(await codeWith({ domain: 'corp' }, {}, domain('down'))).toBe('externaldberror');
});
it('aborted: a question before the account is made; one after it can wait for the sign-in', async () => {
  expect(await codeWith({ domain: 'corp' }, {}, domain('asks'))).toBe('aborted');
  expect(await codeWith({}, {}, { id: 'later', kind: 'secondary', afterCreate: async () => question })).toBe('success');
});
it.each(['sorbs_create_account_reason', 'captcha-createaccount-fail'])('%s keeps its code', async (key) => {
  const refuses: Provider = { id: 'own', kind: 'pre', checkCreation: async () => coded(msg('$1', 'No'), key) };
  expect(await codeWith({}, {}, refuses)).toBe(key);
});

const captcha = (type: string, mime: string, info: string): Provider => {
  const field = { type: 'string', label: msg('$1'), help: msg('$1') } as const;
  const id = 'CaptchaAuthenticationRequest';
  const fields = {
    captchaId: { ...field, type: 'hidden', value: '323035635' },
    captchaInfo: { ...field, type: 'null', value: info },
    captchaWord: field,
  } as const;
  return {
    id: 'captcha',
    kind: 'pre',
    forms: (action) => (action === 'create' ? [{ id, required: 'required', metadata: { type, mime }, fields }] : []),
    checkCreation: async (_context, _draft, _creator, filled) =>
      textOf(filled, id, 'captchaWord') === '82' ? null : coded(msg('captcha-createaccount-fail')),
  };
};
it('NeedCaptcha: shows the task, and takes its answer in small letters', async () => {
  const own = await documented();
  addProviders(own, captcha('simple', 'text/plain', '77+5'));
  const client = own.client();
  const task = { type: 'simple', mime: 'text/plain', id: '323035635', question: '77+5' };
  expect(await create(client, GOOD)).toEqual({ createaccount: { result: 'NeedCaptcha', captcha: task } });
  expect(await codeOf(client, { ...GOOD, captchaid: task.id, captchaword: '81' })).toBe('captcha-createaccount-fail');
  expect(await create(client, { ...GOOD, captchaid: task.id, captchaword: '82' })).toMatchObject({
    createaccount: { result: 'success' },
  });
  await own.close();
});
it('NeedCaptcha: a picture comes as an address', async () => {
  const own = await documented();
  addProviders(own, captcha('image', 'image/png', '/w/picture'));
  expect(await create(own.client(), GOOD)).toMatchObject({
    createaccount: { captcha: { type: 'image', mime: 'image/png', id: '323035635', url: '/w/picture' } },
  });
  await own.close();
});
it('mustbeposted: a GET request', async () => {
  const answer = await server.client().get({ action: 'createaccount', ...GOOD });
  expect(answer).toMatchObject({ error: { code: 'mustbeposted' } });
});

it('has met every code that it can answer', () => {
  const policyOnly = ['passwordtoolong', 'passwordincommonlist', 'passwordbreached'];
  expect(REFUSAL_CODES.filter((known) => !seen.has(known) && !policyOnly.includes(known))).toEqual([]);
});
