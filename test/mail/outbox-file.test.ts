import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outboxTransport } from '../../src/mail/outbox.ts';
import { handClock, testMailer } from './support.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-outbox-'));
});
afterEach(() => rm(folder, { recursive: true }));

const mail = { to: 'alice@example.org', subject: 'Přihlášení', text: 'Žluťoučký kůň\n"0123456789"' };

test('a message becomes one readable .eml file', async () => {
  const mailer = testMailer({ transport: outboxTransport(join(folder, 'outbox')) });
  expect(await mailer.send(mail)).toBe('sent');
  const files = await readdir(join(folder, 'outbox'));
  expect(files).toEqual([expect.stringMatching(/^20260102T030405000Z-.*\.eml$/)]);
  const path = join(folder, 'outbox', files[0]!);
  const [head, ...body] = (await readFile(path, 'utf8')).split('\n\n');
  expect(head).toContain('From: Wiki <wiki@example.org>\nTo: alice@example.org\n');
  expect(head).toContain('Subject: =?UTF-8?B?UMWZaWhsw6HFoWVuw60=?=\n');
  expect(head).toContain('Date: Fri, 02 Jan 2026 03:04:05 +0000\n');
  expect(head).toMatch(/^Message-ID: <[^<>\s]+@example\.org>$/m);
  expect(head).toContain('MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit');
  expect(body.join('\n\n')).toBe('Žluťoučký kůň\n"0123456789"\n');
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test('file names sort by time', async () => {
  const clock = handClock();
  const mailer = testMailer({ transport: outboxTransport(folder), clock });
  for (const subject of ['first', 'second', 'third']) {
    await mailer.send({ ...mail, subject });
    clock.advance(1);
  }
  const texts = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')));
  expect(texts.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])).toEqual(['first', 'second', 'third']);
});

test('a folder that cannot be written keeps the message in the queue until it can', async () => {
  const clock = handClock();
  const blocked = join(folder, 'outbox');
  await writeFile(blocked, 'a file where the folder should be');
  const mailer = testMailer({ transport: outboxTransport(blocked), clock });
  expect(await mailer.send(mail)).toBe('queued');
  expect(await mailer.stats()).toMatchObject({ queued: 1, deferred: 1 });
  await rm(blocked);
  clock.advance(30_000);
  await mailer.flush();
  expect(await readdir(blocked)).toHaveLength(1);
  expect(await mailer.stats()).toMatchObject({ queued: 0, sent: 1 });
});
