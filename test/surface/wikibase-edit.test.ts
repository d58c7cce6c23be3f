import { describe, expect, it } from 'vitest';
import { ApiClient, alice, at, bot, textAt, useServer } from './support.ts';

const server = useServer();

/** Sends one request without a cookie jar; this client keeps cookies by itself. */
async function send(cookie: string, query: string, body?: Record<string, string>) {
  const response = await fetch(`${server().api}?${query}&format=json`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie && { Cookie: cookie }) },
    ...(body && { body: new URLSearchParams(body).toString() }),
  });
  return { answer: (await response.json()) as unknown, cookies: response.headers.get('set-cookie') ?? '' };
}

/** The cookies that the client keeps of the joined `Set-Cookie` headers. */
const kept = (joined: string): string =>
  joined
    .split('; ')
    .map((part) => part.replace('HttpOnly,', '').trim())
    .filter((part) => /(User\w*|[sS]ession|[tT]oken)$/.test(part.split('=')[0] ?? ''))
    .join('; ');

describe.each([bot, alice])('signed in as $name', ({ name: lgname, password: lgpassword }) => {
  it('needs nothing but the cookies of the last reply', async () => {
    const first = await send('', 'action=login', { lgname, lgpassword });
    expect(at(first.answer, 'login', 'result')).toBe('NeedToken');
    const lgtoken = textAt(first.answer, 'login', 'token');
    const second = await send(first.cookies, 'action=login', { lgname, lgpassword, lgtoken });
    expect(at(second.answer, 'login', 'result')).toBe('Success');
    expect(second.cookies).toMatch(/[sS]ession=\w{32}/);

    const third = await send(kept(second.cookies), 'action=query&meta=tokens&type=csrf');
    expect(textAt(third.answer, 'query', 'tokens', 'csrftoken').length).toBeGreaterThanOrEqual(40);
    const who = await send(kept(second.cookies), 'action=query&meta=userinfo');
    expect(at(who.answer, 'query', 'userinfo', 'name')).toBe('Alice');
  });
});

it('may send attributes as if they were cookies', async () => {
  const client = new ApiClient(server().api);
  await client.login(bot.name, bot.password);
  const cookie = `latchkey_BPsession=${client.cookies.get('latchkey_BPsession')}, path=/; HttpOnly`;
  const { answer } = await send(cookie, 'action=query&meta=userinfo');
  expect(at(answer, 'query', 'userinfo', 'name')).toBe('Alice');
});

it('is told that a password is wrong', async () => {
  const first = await send('', 'action=login', { lgname: bot.name, lgpassword: 'wrong' });
  const lgtoken = textAt(first.answer, 'login', 'token');
  const second = await send(first.cookies, 'action=login', { lgname: bot.name, lgpassword: 'wrong', lgtoken });
  expect(at(second.answer, 'login', 'result')).toBe('Failed');
});
