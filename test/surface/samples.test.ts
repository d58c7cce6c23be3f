import { expect, it } from 'vitest';
import { type ApiParams, alice, at, bot, newPassword, post, token, useServer } from './support.ts';

const server = useServer();
const open = () => server().client();

const reset = async (client: ReturnType<typeof open>, csrf?: string) =>
  post(client, { action: 'resetpassword', user: alice.name, token: csrf ?? (await token(client, 'csrf')) });

it('reset_password with a bot password succeeds, as documented', async () => {
  const client = open();
  await client.login(bot.name, bot.password);
  expect(await reset(client)).toEqual({ resetpassword: { status: 'success' } });
});

it('reset_password with the main account succeeds', async () => {
  const client = open();
  await client.login(alice.name, alice.password);
  expect(await reset(client)).toEqual({ resetpassword: { status: 'success' } });
});

it('reset_password with the token of a visitor succeeds', async () => {
  expect(await reset(open(), '+\\')).toEqual({ resetpassword: { status: 'success' } });
});

it('validatepassword with a token is only warned', async () => {
  const params: ApiParams = { action: 'validatepassword', password: newPassword, token: '+\\' };
  const answer = await post(open(), params);
  expect(at(answer, 'validatepassword', 'validity')).toBe('Good');
  expect(at(answer, 'warnings', 'main', '*')).toEqual(expect.stringContaining('token'));
});

it('create_account with a doubled scheme in its return address succeeds', async () => {
  const client = open();
  const own = {
    action: 'createaccount',
    createreturnurl: `http:${server().url}`,
    createtoken: await token(client, 'createaccount'),
  };
  const answer = await post(client, { ...own, username: 'Sample', password: newPassword, retype: newPassword });
  expect(answer).toEqual({ createaccount: { status: 'PASS', username: 'Sample' } });
});
