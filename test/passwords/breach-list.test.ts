import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breachList } from '../../src/passwords/breach/breach-list.ts';
import { checkPassword } from '../../src/passwords/policy/check-password.ts';
import { lists } from './check-lists.ts';

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const leaked = Array.from({ length: 300 }, (_, i) => `leaked-${i}`);
const rangeOf = (prefix: string) =>
  leaked
    .map(sha1)
    .filter((hash) => hash.startsWith(prefix))
    .map((hash) => `${hash.slice(5)}:7`)
    .concat(`${sha1('padding').slice(5)}:0`)
    .join('\r\n');

let folder = '';
let server: Server;
let base = '';
const seen: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'breach-'));
  await writeFile(
    join(folder, 'all.txt'),
    leaked
      .map((word) => `${sha1(word)}:3\n`)
      .sort()
      .join(''),
  );
  await writeFile(join(folder, 'bare.txt'), leaked.map(sha1).sort().join('\r\n'));
  await writeFile(join(folder, 'empty.txt'), '');
  await mkdir(join(folder, 'ranges'));
  for (const word of leaked) {
    const prefix = sha1(word).slice(0, 5);
    await writeFile(join(folder, 'ranges', leaked.indexOf(word) % 2 ? prefix : `${prefix}.txt`), rangeOf(prefix));
  }
  await writeFile(join(folder, 'ranges', sha1('kept').slice(0, 5)), 'nothing\n');
  server = createServer((request, response) => {
    seen.push(request.url ?? '');
    if (request.url?.startsWith('/slow')) return;
    if (request.url?.startsWith('/broken')) response.statusCode = 503;
    if (request.url?.startsWith('/endless')) response.write('x'.repeat(2_000_000));
    response.end(rangeOf(request.url?.slice(-5) ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const open = (source: string) => breachList({ source, timeoutMs: 300 });

describe('a list of breached passwords', () => {
  test.each(['all.txt', 'bare.txt', 'ranges'])('is read from %s', async (name) => {
    const isBreached = open(join(folder, name));
    for (const word of leaked) expect(await isBreached(word), word).toBe(true);
    expect(await isBreached('kept')).toBe(false);
  });

  test('finds nothing between, before and after the lines of a sorted file', async () => {
    const isBreached = open(join(folder, 'all.txt'));
    for (let i = 0; i < 300; i++) expect(await isBreached(`kept-${i}`)).toBe(false);
    expect(await open(join(folder, 'empty.txt'))('kept')).toBe(false);
  });

  test.each(['/range/', '/range'])('is asked at %s for no more than five digits of the hash', async (path) => {
    seen.length = 0;
    const isBreached = open(base + path);
    expect(await isBreached('leaked-1')).toBe(true);
    expect(await isBreached('kept')).toBe(false);
    expect(await isBreached('padding')).toBe(false);
    expect(seen).toEqual(['leaked-1', 'kept', 'padding'].map((word) => `/range/${sha1(word).slice(0, 5)}`));
  });

  test.each(['/slow/', '/broken/', '/endless/'])('rejects when the service is %s', async (path) => {
    await expect(open(base + path)('leaked-1')).rejects.toThrow();
  });

  test('rejects when there is no such file', async () => {
    await expect(open(join(folder, 'missing'))('leaked-1')).rejects.toThrow();
  });
});

test('a password is let through, with a warning, while the list does not answer', async () => {
  const from = { ...lists, isBreached: open(`${base}/broken/`) };
  const status = await checkPassword({ PasswordNotBreached: true }, { name: 'Zebra', password: 'leaked-1' }, from);
  expect(status.validity).toBe('Good');
  expect(status.warnings).toEqual([expect.stringMatching(/^PasswordNotBreached: .*503/)]);
});
