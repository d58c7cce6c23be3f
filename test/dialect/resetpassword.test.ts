import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ApiParams, TestServer } from '../../src/testing/index.ts';
import { codeOf, documented } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await documented();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const ask = (params: ApiParams, on = server) => on.client().post({ action: 'resetpassword', token: '+\\', ...params });
const code = async (params: ApiParams) => codeOf(await ask(params));
const mailed = async (on = server): Promise<string[]> => {
  await on.settled();
  return on.mailbox.messages.map(({ to }) => String(to)).sort();
};

it('resets every account with the address, given as email or as user', async () => {
  for (const name of ['email', 'user']) {
    expect(await ask({ [name]: 'twins@example.org' })).toEqual({ resetpassword: { status: 'success' } });
    expect(await mailed()).toEqual(['twins@example.org', 'twins@example.org']);
    await server.reset();
  }
});
it('resets one account by its name', async () => {
  expect(await code({ user: 'alice' })).toBe('success');
  expect(await mailed()).toEqual(['alice@example.org']);
});
it('never shows whether an account exists', async () => {
  for (const params of [{ user: 'Nobody' }, { user: 'Carol' }, { email: 'x@example.org' }, { user: 'x@example.org' }]) {
    expect(await ask(params)).toEqual({ resetpassword: { status: 'success' } });
  }
  expect(await mailed()).toEqual([]);
});
it('needs no more rights than a visitor has', async () => {
  const client = server.client();
  await client.login('Alice@reader', 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4');
  const token = await client.token();
  expect(await client.post({ action: 'resetpassword', user: 'Twin One', token })).toEqual({
    resetpassword: { status: 'success' },
  });
});
it('passwordreset-invalidemail: a malformed address, however it is given', async () => {
  expect(await code({ email: 'twins' })).toBe('passwordreset-invalidemail');
  expect(await code({ user: 'twins@' })).toBe('passwordreset-invalidemail');
});
it('passwordreset-nodata: parameters without anything in them', async () => {
  expect(await code({ user: '', email: '' })).toBe('passwordreset-nodata');
  expect(await code({ user: '' })).toBe('passwordreset-nodata');
  expect(await code({ email: '' })).toBe('passwordreset-nodata');
});
it('invalidparammix: user and email together', async () => {
  expect(await code({ user: 'Alice', email: 'alice@example.org' })).toBe('invalidparammix');
});
it('missingparam: neither user nor email, or no token', async () => {
  expect(await code({})).toBe('missingparam');
  expect(await code({ user: 'Alice', token: undefined })).toBe('missingparam');
});
it('says what is wrong with a request over the limit too, and mails nothing then', async () => {
  const own = await documented({
    config: { throttles: { passwordReset: { perAddress: [{ count: 1, seconds: 60 }] } } },
  });
  await ask({ user: 'Alice' }, own);
  expect(await ask({ user: 'Twin One' }, own)).toEqual({ resetpassword: { status: 'success' } });
  expect(codeOf(await ask({ email: 'twins' }, own))).toBe('passwordreset-invalidemail');
  expect(await mailed(own)).toEqual(['alice@example.org']);
  await own.close();
});
it('mails an account once a day', async () => {
  const own = await documented({ config: { throttles: { passwordReset: { resendHours: 24 } } } });
  for (let i = 0; i < 2; i++) await ask({ user: 'Alice' }, own);
  expect(await mailed(own)).toEqual(['alice@example.org']);
  await own.close();
});
it('has the documented parameters', async () => {
  const { paraminfo } = (await server.client().get({ action: 'paraminfo', modules: 'resetpassword' })) as {
    paraminfo: { modules: { parameters: object[] }[] };
  };
  expect(paraminfo.modules).toMatchObject([
    {
      prefix: '',
      readrights: true,
      writerights: true,
      mustbeposted: true,
      parameters: [
        { name: 'user', type: 'user', required: false, subtypes: ['name'] },
        { name: 'email', type: 'string', required: false },
        { name: 'token', required: true, tokentype: 'csrf' },
      ],
    },
  ]);
});
