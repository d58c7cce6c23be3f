import { expect, it } from 'vitest';
import { alice, at, get, post, signInBot, token, useServer } from './support.ts';

const server = useServer();
const START = {
  action: 'query',
  meta: 'siteinfo|userinfo|userinfo',
  siprop: 'general|namespaces',
  uiprop: 'groups|rights|blockinfo|hasmsg',
  continue: '',
};

it('names a module twice and is not warned', async () => {
  const answer = await get(server().client(), START);
  expect(answer).not.toHaveProperty('warnings');
  expect(at(answer, 'query', 'general', 'generator')).toMatch(/^MediaWiki \d+\.\d+/);
  expect(at(answer, 'query', 'userinfo')).toMatchObject({ name: expect.any(String), groups: ['*'], anon: '' });
  expect(at(answer, 'query', 'namespaces', '2')).toMatchObject({ id: 2, '*': 'User' });
  expect(at(answer, 'query', 'userinfo')).not.toHaveProperty('messages');
});

it('reads warnings by module', async () => {
  const answer = await get(server().client(), { ...START, siprop: 'general|bogus' });
  expect(at(answer, 'warnings', 'siteinfo', '*')).toEqual(expect.stringContaining('bogus'));
});

it('is not held up by replies that carry a lag', async () => {
  const response = await server()
    .client()
    .request({ query: { ...START, format: 'json', maxlag: '3' } });
  expect(response.headers.get('X-Database-Lag')).toBeNull();
  expect(response.headers.get('Retry-After')).toBeNull();
});

it('accepts compressed answers', async () => {
  const headers = { 'Accept-Encoding': 'gzip' };
  const response = await server()
    .client()
    .request({ query: { ...START, format: 'json' }, headers });
  expect(response.headers.get('Content-Encoding')).toBe('gzip');
  expect(at(await response.json(), 'query', 'general')).toBeDefined();
});

it('signs in with clientlogin, as later versions do', async () => {
  const client = server().client();
  const answer = await post(client, {
    action: 'clientlogin',
    username: alice.name,
    password: alice.password,
    loginreturnurl: 'http://127.0.0.1',
    logintoken: await token(client, 'login'),
  });
  expect(answer).toEqual({ clientlogin: { status: 'PASS', username: 'Alice' } });
});

it('gives a reason with every result but Success', async () => {
  const client = server().client();
  const lgtoken = await token(client, 'login');
  const failed = await post(client, { action: 'login', lgname: 'Alice@reader', lgpassword: 'wrong', lgtoken });
  expect(at(failed, 'login')).toEqual({ result: 'Failed', reason: expect.any(String) });
  await signInBot(client);
  const again = await post(client, { action: 'login', lgname: 'Alice@reader', lgpassword: 'wrong', lgtoken });
  expect(at(again, 'login')).toEqual({ result: 'Aborted', reason: expect.any(String) });
});
