import { describe, expect, test, vi } from 'vitest';
import { ApiRequestError } from '../../src/client/index.ts';
import { clientOf, failureOf, serve } from './support.ts';

const answering = (body: string, status = 200) =>
  serve((_request, response) => {
    response.writeHead(status, { 'X-Seen': 'yes' });
    response.end(body);
  });
const error = { code: 'nosuch', info: 'There is none' };

describe('what was asked for', () => {
  test('reaches done and then with the exchange', async () => {
    const api = clientOf(await answering('{"a":1}'));
    for (const method of ['done', 'then'] as const) {
      const [answer, exchange] = await new Promise<unknown[]>((resolve) => {
        api.get({})[method]((...args: unknown[]) => resolve(args));
      });
      expect(answer).toEqual({ a: 1 });
      expect(exchange).toMatchObject({ status: 200, responseText: '{"a":1}', responseJSON: { a: 1 } });
      expect((exchange as { getResponseHeader(name: string): string }).getResponseHeader('x-seen')).toBe('yes');
    }
  });

  test('is what await gives', async () => {
    const request = clientOf(await answering('{"a":1}')).get({});
    expect(request).toBeInstanceOf(Promise);
    expect(request.state()).toBe('pending');
    expect(await request).toEqual({ a: 1 });
    expect(request.state()).toBe('resolved');
    expect(await Promise.all([request, request.finally(() => {})])).toEqual([{ a: 1 }, { a: 1 }]);
  });

  test('goes through every handler, and through chains', async () => {
    const fail = vi.fn();
    const always = vi.fn();
    const done = vi.fn();
    const request = clientOf(await answering('{"a":1}')).get({});
    const chained = request
      .done(done, done)
      .fail(fail)
      .always(always)
      .progress(fail)
      .then(({ a }) => Number(a) + 1);
    expect(await chained).toBe(2);
    expect([done.mock.calls.length, always.mock.calls.length, fail.mock.calls.length]).toEqual([2, 1, 0]);
  });

  test('can be added to an object', async () => {
    const request = clientOf(await answering('{"a":1}')).get({});
    expect(request.promise()).toBe(request);
    const widget = request.promise({ name: 'widget' });
    expect(widget.name).toBe('widget');
    expect(await widget.then(({ a }) => a)).toBe(1);
  });
});

describe('a failure', () => {
  test('of the API reaches fail, then and catch with four arguments', async () => {
    const api = clientOf(await answering(JSON.stringify({ error })));
    const all = [
      await failureOf(api.get({})),
      await new Promise<unknown[]>((resolve) => api.get({}).then(null, (...args) => resolve(args))),
      await new Promise<unknown[]>((resolve) => api.get({}).catch((...args) => resolve(args))),
      await failureOf(api.get({}).then(() => 'not called')),
    ];
    for (const args of all) {
      expect(args).toEqual(['nosuch', { error }, { error }, expect.objectContaining({ status: 200 })]);
    }
  });

  test('is thrown as an error by await and by Promise.all', async () => {
    const api = clientOf(await answering(JSON.stringify({ error })));
    const waiting = [
      async () => await api.get({}),
      async () => api.get({}),
      () => Promise.all([api.get({})]),
      () => Promise.resolve(api.get({})),
      () => Promise.race([api.get({})]),
      async () => await api.get({}).finally(() => {}),
    ];
    for (const wait of waiting) {
      const thrown = await wait().then(null, (reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(ApiRequestError);
      expect(thrown).toMatchObject({ code: 'nosuch' });
    }
    await expect((async () => await api.get({}))()).rejects.toMatchObject({
      name: 'ApiRequestError',
      code: 'nosuch',
      message: 'nosuch: There is none',
      details: { error },
    });
  });

  test('that an asynchronous function throws again keeps its arguments', async () => {
    const api = clientOf(await answering(JSON.stringify({ error })));
    const again = api.get({}).catch(async () => await api.get({}));
    expect(await failureOf(again)).toHaveLength(4);
  });

  test('of a handler is passed on', async () => {
    const api = clientOf(await answering('{"a":1}'));
    const broken = new TypeError('broken');
    const request = api.get({}).then(() => {
      throw broken;
    });
    expect(await failureOf(request)).toEqual([broken]);
    await expect((async () => await request)()).rejects.toBe(broken);
  });

  test('that is handled ends well', async () => {
    const api = clientOf(await answering(JSON.stringify({ error })));
    expect(await api.get({}).catch((code) => `no ${code}`)).toBe('no nosuch');
  });

  test('of several is named by the first', async () => {
    const api = clientOf(await answering('{"errors":[{"code":"one","text":"One"},{"code":"two"}]}'));
    expect((await failureOf(api.get({})))[0]).toBe('one');
  });

  test('without a code is unknown', async () => {
    expect((await failureOf(clientOf(await answering('{"error":{}}')).get({})))[0]).toBe('unknown');
  });

  test.each(['null', '""'])('with %s for an answer is ok-but-empty', async (body) => {
    const [code, , result, exchange] = await failureOf(clientOf(await answering(body)).get({}));
    expect([code, result]).toEqual(['ok-but-empty', JSON.parse(body)]);
    expect(exchange).toMatchObject({ status: 200 });
  });

  test('without content is ok-but-empty', async () => {
    expect((await failureOf(clientOf(await answering('', 204)).get({})))[0]).toBe('ok-but-empty');
  });

  test.each([
    ['an HTTP error', '{"a":1}', 503, { textStatus: 'error', exception: 'Service Unavailable' }],
    ['no JSON', '<html>', 200, { textStatus: 'parsererror', exception: expect.any(SyntaxError) }],
  ])('by %s is http', async (_name, body, status, details) => {
    const [code, told] = await failureOf(clientOf(await answering(body, status)).get({}));
    expect(code).toBe('http');
    expect(told).toMatchObject({ ...details, xhr: { status, responseText: body } });
  });

  test('to reach the server is http without a status', async () => {
    const [code, told] = await failureOf(clientOf('http://127.0.0.1:1/w/api.php').get({}));
    expect(code).toBe('http');
    expect(told).toMatchObject({ textStatus: 'error', exception: '', xhr: { status: 0 } });
  });
});
