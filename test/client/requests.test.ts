import { expect, test } from 'vitest';
import { Api } from '../../src/client/index.ts';
import { clientOf, serve } from './support.ts';

/** A server that answers with what it was asked. */
const echo = () =>
  serve((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      response.setHeader('X-Seen', 'yes');
      response.end(JSON.stringify({ method, url, headers, body }));
    });
  });

test('parameters become what the API reads', async () => {
  const api = clientOf(await echo());
  const { url, method } = await api.get({
    action: 'anything',
    list: ['a', 'b|c'],
    yes: true,
    no: false,
    none: undefined,
    empty: null,
    number: 3,
    token: 'x+\\',
    last: '1',
  });
  expect(method).toBe('GET');
  expect(url).toBe(
    '/w/api.php?action=anything&format=json&list=a%7Cb%7Cc&yes=true&empty=&number=3&last=1&token=x%2B%5C',
  );
});

test('lists are joined with U+001F where a value holds the other separator', async () => {
  const api = clientOf(await echo(), { useUS: true });
  const { url } = await api.get({ action: 'anything', list: ['a', 'b|c'], plain: ['a', 'b'] });
  expect(new URL(url as string, 'http://localhost').searchParams.get('list')).toBe('\u001fa\u001fb|c');
  expect(new URL(url as string, 'http://localhost').searchParams.get('plain')).toBe('a|b');
});

test('a post holds its parameters in the body', async () => {
  const api = clientOf(await echo(), { parameters: { formatversion: 2 }, ajax: { headers: { 'X-Own': '1' } } });
  const { url, body, headers } = await api.post({ action: 'logout', token: 't' });
  expect(url).toBe('/w/api.php');
  expect(body).toBe('action=logout&format=json&formatversion=2&token=t');
  expect(headers).toMatchObject({ 'x-own': '1', 'content-type': expect.stringContaining('x-www-form-urlencoded') });
});

test('a post can be a form with parts', async () => {
  const api = clientOf(await echo());
  const { body, headers } = await api.post({ action: 'logout' }, { contentType: 'multipart/form-data' });
  expect(headers).toMatchObject({ 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) });
  expect(body).toContain('name="action"\r\n\r\nlogout');
});

test('an address with a query string is added to', async () => {
  const { url } = await clientOf(`${await echo()}?servedby=1`).get({});
  expect(url).toBe('/w/api.php?servedby=1&action=query&format=json');
});

test('preprocessParameters changes its argument', async () => {
  const params: Record<string, unknown> = { list: ['a', 'b'], no: false, text: 'x' };
  clientOf('http://localhost/').preprocessParameters(params);
  expect(params).toEqual({ list: 'a|b', text: 'x' });
});

test('outside of a page the address has to be given', () => {
  expect(() => new Api()).toThrow(TypeError);
});
