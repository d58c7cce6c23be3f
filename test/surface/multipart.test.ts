import { expect, it } from 'vitest';
import { ask, at, bot, token, useServer } from './support.ts';

const server = useServer();

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

it('signs in with a form of parts, as Guzzle sends it', async () => {
  const client = server().client();
  const lgtoken = await token(client, 'login');
  const body = form({ action: 'login', format: 'json', lgname: bot.name, lgpassword: bot.password, lgtoken });
  expect(at(await ask(client, { body }), 'login', 'result')).toBe('Success');
});

it('reads parts beside parameters in the address', async () => {
  const body = form({ meta: 'userinfo', uiprop: 'groups' });
  const answer = await ask(server().client(), { query: { action: 'query', format: 'json' }, body });
  expect(at(answer, 'query', 'userinfo', 'groups')).toEqual(['*']);
});

it('reads parts with the headers that Guzzle adds', async () => {
  const parts = Object.entries({ action: 'query', format: 'json', meta: 'userinfo' }).map(
    ([name, value]) =>
      `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Length: ${value.length}\r\n\r\n${value}\r\n`,
  );
  const headers = { 'Content-Type': 'multipart/form-data; boundary=xyz' };
  const answer = await ask(server().client(), { body: `${parts.join('')}--xyz--\r\n`, headers });
  expect(at(answer, 'query', 'userinfo', 'id')).toBe(0);
});
