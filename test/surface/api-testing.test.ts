import { expect, it } from 'vitest';
import { at, get, newPassword, post, TOKEN, textAt, useServer } from './support.ts';

const server = useServer();

it('signs in to a main account by action=login, makes accounts and signs in to them', async () => {
  const client = server().client();
  const login = async (lgname: string, lgpassword: string) => {
    const tokens = await get(client, { action: 'query', meta: 'tokens', type: 'login' });
    const lgtoken = textAt(tokens, 'query', 'tokens', 'logintoken');
    return at(await post(client, { action: 'login', lgname, lgpassword, lgtoken }), 'login');
  };
  const id = expect.any(Number);
  expect(await login('Admin', 'Adm1n-Passw0rd-Pe3r')).toEqual({ result: 'Success', lguserid: id, lgusername: 'Admin' });

  const all = await get(client, { action: 'query', meta: 'tokens', type: 'createaccount|userrights|csrf' });
  const { createaccounttoken, userrightstoken } = at(all, 'query', 'tokens') as Record<string, string>;
  expect(userrightstoken).toMatch(TOKEN);
  const created = await post(client, {
    action: 'createaccount',
    createreturnurl: server().url,
    createtoken: createaccounttoken,
    username: 'Robby',
    password: newPassword,
    retype: newPassword,
  });
  expect(created).toEqual({ createaccount: { status: 'PASS', username: 'Robby' } });

  const rights = await post(client, { action: 'userrights', user: 'Robby', add: 'bot', token: userrightstoken });
  expect(at(rights, 'userrights', 'added')).toEqual(['bot']);
  await post(client, {
    action: 'logout',
    token: at(await get(client, { action: 'query', meta: 'tokens' }), 'query', 'tokens', 'csrftoken') as string,
  });
  expect(await login('Robby', newPassword)).toEqual({ result: 'Success', lguserid: id, lgusername: 'Robby' });
});
