import { expect, it } from 'vitest';
import { type ApiParams, alice, at, bot, post, token, useServer } from './support.ts';

const server = useServer();

const signIn = async (username: string, password: string, more: ApiParams = {}) => {
  const client = server().client();
  const logintoken = await token(client, 'login');
  const own = { action: 'clientlogin', loginreturnurl: server().api, logintoken };
  return { client, answer: await post(client, { ...own, username, password, ...more }) };
};

it('checks with an assertion that it is signed in', async () => {
  const { client, answer } = await signIn(alice.name, alice.password);
  expect(at(answer, 'clientlogin', 'status')).toBe('PASS');
  expect(await post(client, { action: 'query', assert: 'user' })).toEqual({ batchcomplete: '' });
  expect(await post(client, { action: 'query', assertuser: 'Alice' })).toEqual({ batchcomplete: '' });
  const bobs = await post(client, { action: 'query', assertuser: 'Admin' });
  expect(at(bobs, 'error', 'code')).toBe('assertnameduserfailed');
});

it.each([
  ['wrongpassword', alice.name, 'wrong', {}],
  ['authmanager-authn-no-primary', alice.name, '', {}],
])('knows the message code %s', async (code, username, password, more) => {
  const { answer } = await signIn(username, password, more);
  expect(at(answer, 'clientlogin')).toMatchObject({ status: 'FAIL', messagecode: code });
});

it.each([
  ['missingparam', { logintoken: undefined }],
  ['badtoken', { logintoken: 'bad+\\' }],
])('knows the error %s', async (code, more) => {
  const { answer } = await signIn(alice.name, alice.password, more);
  expect(at(answer, 'error', 'code')).toBe(code);
});

it('gives WikibaseIntegrator a token that is not that of a visitor', async () => {
  const client = server().client();
  const lgtoken = await token(client, 'login');
  const login = await post(client, { action: 'login', lgname: bot.name, lgpassword: bot.password, lgtoken });
  expect(at(login, 'login')).toMatchObject({ result: 'Success', lgusername: 'Alice' });
  expect(await token(client, 'csrf')).not.toBe('+\\');
});
