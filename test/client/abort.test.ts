import { expect, test } from 'vitest';
import { clientOf, failureOf, serve } from './support.ts';

const silent = () => serve(() => {});
const aborted = ['http', expect.objectContaining({ textStatus: 'abort', exception: 'abort' })];

test('a request can be aborted', async () => {
  const request = clientOf(await silent()).get({});
  request.abort();
  const args = await failureOf(request);
  expect(args).toEqual(aborted);
  expect(clientOf('http://localhost/').getErrorMessage(args[1] as string)).toBe('The request was cancelled.');
});

test('so can what follows from it', async () => {
  const chained = clientOf(await silent())
    .get({})
    .then(() => 1);
  chained.abort();
  expect(await failureOf(chained)).toEqual(aborted);
});

test('a client aborts all its requests, and no others', async () => {
  const url = await silent();
  const [one, other] = [clientOf(url), clientOf(url)];
  const requests = [one.get({}), one.post({})];
  const kept = other.get({});
  one.abort();
  for (const request of requests) expect(await failureOf(request)).toEqual(aborted);
  expect(kept.state()).toBe('pending');
  kept.abort();
});

test('a signal aborts, before and after the request', async () => {
  const api = clientOf(await silent());
  const controller = new AbortController();
  const request = api.get({}, { signal: controller.signal });
  controller.abort();
  expect(await failureOf(request)).toEqual(aborted);
  expect(await failureOf(api.get({}, { signal: AbortSignal.abort() }))).toEqual(aborted);
});

test('a request that takes too long fails with timeout', async () => {
  const api = clientOf(await silent(), { ajax: { timeout: 20 } });
  const [code, details] = await failureOf(api.get({}));
  expect(code).toBe('http');
  expect(details).toMatchObject({ textStatus: 'timeout', exception: 'timeout' });
});

test('a post with a token is aborted while its token is fetched', async () => {
  const seen: string[] = [];
  const url = await serve((request, response) => {
    seen.push(request.method as string);
    response.end('{"query":{"tokens":{"csrftoken":"t"}}}');
  });
  const api = clientOf(url);
  const request = api.postWithToken('csrf', { action: 'logout' });
  request.abort();
  expect(await failureOf(request)).toEqual(aborted);
  // The token was wanted all the same.
  expect(await api.getToken('csrf')).toBe('t');
  expect(seen).toEqual(['GET']);
});
