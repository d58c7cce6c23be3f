import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/latchkey.js');
let data: string;
let server: ChildProcess | null = null;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'pipe' });
  data = mkdtempSync(join(tmpdir(), 'latchkey-serve-'));
});
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

function start(): Promise<{ url: string; api: string; pid: number; firstAdmin?: { name: string; password: string } }> {
  const child = spawn(process.execPath, [bin, 'serve', '--data', data, '--port', '0', '--json'], {
    stdio: 'pipe',
    cwd: data,
  });
  server = child;
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      out += part;
      if (out.includes('\n')) resolve(JSON.parse(out.slice(0, out.indexOf('\n'))));
    });
    child.on('close', () => reject(new Error('the server ended')));
  });
}

const stop = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill(signal);
  });

test('the server says that it is ready, makes one administrator, and ends with code 0', async () => {
  const first = await start();
  expect(first).toMatchObject({ ready: true, pid: server!.pid, firstAdmin: { password: expect.any(String) } });
  const answer = await fetch(`${first.api}?action=query&meta=siteinfo&format=json&formatversion=2`);
  expect(await answer.json()).toMatchObject({
    query: { general: { generator: expect.stringMatching(/^MediaWiki /) } },
  });
  // The command line works on the stores of a running server.
  const made = execFileSync(process.execPath, [bin, 'user', 'create', 'Bob', '--data', data], {
    input: 'Tr1cky-Enough-Pw',
    cwd: data,
  });
  expect(made.toString()).toContain('Bob');
  const users = await fetch(`${first.api}?action=query&list=users&ususers=Bob&format=json&formatversion=2`);
  expect(await users.json()).toMatchObject({ query: { users: [{ name: 'Bob', userid: 2 }] } });
  expect(await stop(server!, 'SIGTERM')).toBe(0);

  const second = await start();
  expect(second.firstAdmin).toBeUndefined();
  expect(await stop(server!, 'SIGINT')).toBe(0);
});
