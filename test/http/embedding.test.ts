import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createEmbedded } from '../../src/http/index.ts';
import { asked, echo, memoryServices, wire } from './support.ts';

const cookies = [
  { name: 'a', value: '1', maxAge: null },
  { name: 'b', value: '2', maxAge: null },
];

test('an application’s own Node server gets the same answers', async () => {
  const services = await memoryServices({ http: { bodyLimitBytes: 1024 } });
  const server = createServer(createEmbedded({ services, api: echo({ cookies }) }).listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (body: string) =>
    wire(url, '/w/api.php?x=1', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
  const answer = await post('y=2');
  expect(asked(answer)).toMatchObject({ query: { x: '1' }, body: { y: '2' }, address: '127.0.0.1' });
  expect(answer.headers['set-cookie']).toHaveLength(2);
  expect((await post('y'.repeat(5000))).status).toBe(413);
  await new Promise((resolve) => server.close(resolve));
});

test('a fetch handler gets the same answers', async () => {
  const { fetch } = createEmbedded({ services: await memoryServices(), api: echo({ cookies }) });
  const request = new Request('https://wiki.example.org/w/api.php?x=%C3%A9', {
    method: 'POST',
    body: new URLSearchParams({ y: 'é' }),
  });
  const answer = await fetch(request, { address: '192.0.2.7' });
  expect(await answer.json()).toMatchObject({
    query: { x: 'é' },
    body: { y: 'é' },
    address: '192.0.2.7',
    origin: 'https://wiki.example.org',
  });
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringContaining('a=1; path=/; secure'),
    expect.stringContaining('b=2; path=/; secure'),
  ]);
});
