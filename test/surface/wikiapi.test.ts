import { expect, it } from 'vitest';
import { ask, at, bot, get, TOKEN, textAt, useServer } from './support.ts';

const server = useServer();
const COMMON = { format: 'json', utf8: '1', maxlag: '5' };

it('is told that nobody is signed in, though it names no action', async () => {
  const answer = await get(server().client(), { ...COMMON, assert: 'user' });
  expect(at(answer, 'error', 'code')).toBe('assertuserfailed');
});

it('gets the help page once it is signed in', async () => {
  const client = server().client();
  await client.login(bot.name, bot.password);
  const response = await client.request({ query: { ...COMMON, assert: 'user' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
});

it('signs in with parameters in address and body', async () => {
  const client = server().client();
  const lgtoken = textAt(
    await get(client, { ...COMMON, action: 'query', meta: 'tokens', type: 'login' }),
    ...['query', 'tokens', 'logintoken'],
  );
  const signedIn = await ask(client, {
    query: { ...COMMON, action: 'login' },
    body: { lgname: bot.name, lgpassword: bot.password, lgtoken },
  });
  expect(at(signedIn, 'login', 'result')).toBe('Success');
  const csrf = await ask(client, {
    query: { ...COMMON, action: 'query', meta: 'tokens', type: 'csrf' },
    method: 'POST',
  });
  expect(textAt(csrf, 'query', 'tokens', 'csrftoken')).toMatch(TOKEN);
  const who = await ask(client, {
    query: { ...COMMON, action: 'query', meta: 'userinfo' },
    body: { uiprop: 'rights|blockinfo|centralids' },
  });
  expect(at(who, 'query', 'userinfo')).toMatchObject({ name: 'Alice', rights: expect.any(Array) });
});

it.each(['userinfo', 'siteinfo'])('asks for every property that paraminfo lists of %s', async (module) => {
  const client = server().client();
  const info = await get(client, { ...COMMON, action: 'paraminfo', modules: `query+${module}` });
  expect(at(info, 'paraminfo', 'modules')).toMatchObject([{ path: `query+${module}` }]);
  const parameters = at(info, 'paraminfo', 'modules', 0, 'parameters') as { name: string; type: unknown }[];
  const props = parameters.find(({ name }) => name === 'prop')?.type as string[];
  const prefix = textAt(info, 'paraminfo', 'modules', 0, 'prefix');
  const answer = await get(client, { ...COMMON, action: 'query', meta: module, [`${prefix}prop`]: props.join('|') });
  expect(at(answer, 'error')).toBeUndefined();
  expect(at(answer, 'warnings', module)).toBeUndefined();
  if (module === 'siteinfo') {
    expect(Object.keys(at(answer, 'query') as object).sort()).toEqual([...props].sort());
    expect(at(answer, 'query', 'general')).toMatchObject({
      magiclinks: expect.anything(),
      fallback: expect.any(Array),
    });
  }
});

it('is told that a token is bad', async () => {
  const answer = await ask(server().client(), { query: { ...COMMON, action: 'logout' }, body: { token: 'bad' } });
  expect(at(answer, 'error', 'code')).toBe('badtoken');
});
