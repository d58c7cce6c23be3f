import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiClient, TestServer } from '../../src/testing/index.ts';
import { captchaServer, create, question } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({ kind: 'image', image: { maxNumber: 2000 } });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const get = (client: ApiClient, path: string): Promise<Response> =>
  fetch(server.url + path, {
    headers: { Cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });

const picture = async (client: ApiClient, path: string): Promise<Buffer> =>
  Buffer.from(await (await get(client, path)).arrayBuffer());

test('the letters of the picture are the answer; case and spaces do not matter', async () => {
  const client = server.client();
  const { id, info, metadata } = await question(client);
  expect(metadata).toMatchObject({ type: 'image', mime: 'image/png' });
  expect(info).toBe(`/w/index.php?title=Special:Captcha/image&wpCaptchaId=${id}`);
  const letters = server.captchaAnswer(client, id) as string;
  expect(letters).toMatch(/^[A-Z37]{6}$/);
  const captchaWord = ` ${letters.toLowerCase().slice(0, 3)} ${letters.slice(3)} `;
  expect(await create(client, 'Somebody', { captchaId: id, captchaWord })).toBe('PASS');
});

test('the picture is a PNG that nobody may keep, the same at each look and under both addresses', async () => {
  const client = server.client();
  const { id, info } = await question(client);
  const response = await get(client, info);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const start = png.indexOf('IDAT');
  const pixels = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  expect(pixels).toHaveLength((width + 1) * height);
  const dark = pixels.filter((grey, at) => at % (width + 1) > 0 && grey < 80).length / (width * height);
  expect(dark).toBeGreaterThan(0.05);
  expect(dark).toBeLessThan(0.4);
  expect(await picture(client, `/wiki/Special:Captcha/image?wpCaptchaId=${id}`)).toEqual(png);
});

test('there is no picture for other sessions, unknown ids and questions that are too old', async () => {
  const client = server.client();
  const { info } = await question(client);
  expect((await get(server.client(), info)).status).toBe(404);
  expect((await get(client, info.replace(/\d+$/, '12345'))).status).toBe(404);
  server.clock.advance(1_800_000);
  expect((await get(client, info)).status).toBe(404);
});

test('pictures for one address are limited', async () => {
  const client = server.client();
  const { info } = await question(client);
  const statuses: number[] = [];
  for (let n = 0; n < 61; n++) statuses.push((await get(client, info)).status);
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(statuses[60]).toBe(429);
});

test('who cannot see the picture lets the browser work for the same id', async () => {
  const client = server.client();
  const { id, metadata } = await question(client);
  const { challenge, salt, maxnumber, ...rest } = (await (
    await get(client, metadata.challengeurl as string)
  ).json()) as {
    challenge: string;
    salt: string;
    maxnumber: number;
  };
  const hash = (number: number): string => createHash('sha256').update(`${salt}${number}`).digest('hex');
  let number = 0;
  while (number < maxnumber && hash(number) !== challenge) number++;
  const altcha = Buffer.from(JSON.stringify({ ...rest, challenge, salt, number })).toString('base64');
  expect(await create(client, 'Somebody', { captchaId: id, altcha })).toBe('PASS');
  expect(await create(client, 'Another', { captchaId: id, altcha })).toBe('captcha-createaccount-fail');
});

test('fancycaptchareload gives another picture, and none after too many', async () => {
  const client = server.client();
  const reload = async (): Promise<unknown> => {
    const answer = (await client.get({ action: 'fancycaptchareload' })) as { fancycaptchareload: { index: unknown } };
    return answer.fancycaptchareload.index;
  };
  const first = String(await reload());
  const captchaWord = server.captchaAnswer(client, first) ?? '';
  expect(await create(client, 'Somebody', { captchaId: first, captchaWord })).toBe('PASS');
  const indexes = await Promise.all(Array.from({ length: 20 }, reload));
  expect(indexes.filter((index) => index === 0).length).toBeGreaterThan(3);
});

test('fancycaptchareload does not exist where no images are asked', async () => {
  const other = await captchaServer({ kind: 'simple' });
  expect(await other.client().get({ action: 'fancycaptchareload' })).toMatchObject({ error: { code: 'badvalue' } });
  await other.close();
});
