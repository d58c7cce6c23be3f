import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../../src/testing/index.ts';
import { build, EXAMPLE, type OperatorFolder, operatorFolder, PASSWORD } from './support.ts';

const bin = join(import.meta.dirname, '../../bin/latchkey.js');

let folder: OperatorFolder;
let child: ChildProcess | null = null;
beforeAll(() => {
  build();
  folder = operatorFolder();
  folder.install('latchkey-provider-invite-code', EXAMPLE);
  cpSync(EXAMPLE, join(folder.path, 'etc/invite-code'), { recursive: true });
});
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => folder.remove());

/** What the server says at its start: its address, or why it does not start. */
async function start(modules: readonly unknown[]): Promise<string> {
  const config = folder.write('etc/latchkey.config.json', { providers: { modules } });
  const args = [bin, 'serve', '--memory', '--port', '0', '--json', '--config', config];
  // Somewhere else: names of files begin at the configuration file.
  const running = spawn(process.execPath, args, { stdio: 'pipe', cwd: '/' });
  child = running;
  return new Promise((resolve) => {
    let said = '';
    const listen = (part: Buffer) => {
      said += part.toString();
      const ready = /"api":"([^"]+)"/.exec(said);
      if (ready) resolve(ready[1] as string);
    };
    running.stdout.on('data', listen);
    running.stderr.on('data', listen);
    running.on('close', () => resolve(said));
  });
}

const options = { codes: ['green door'] };

it.each([
  ['a file', './invite-code/index.js'],
  ['a folder', './invite-code'],
  ['a package above the configuration file', 'latchkey-provider-invite-code'],
])('loads a provider by the name of %s', async (_, module) => {
  const client = new ApiClient(await start([{ module, options }]));
  expect(await client.createAccount('Ann', PASSWORD, { inviteCode: 'red door' })).toMatchObject({
    createaccount: { status: 'FAIL', message: 'This is no invitation code of this site.' },
  });
  expect(await client.createAccount('Ann', PASSWORD, { inviteCode: 'green door' })).toMatchObject({
    createaccount: { status: 'PASS' },
  });
});

it('does not start with options that the provider does not take, and never repeats them', async () => {
  const said = await start([{ module: './invite-code', options: { codes: 'green door' } }, 'latchkey-provider-absent']);
  expect(said).toMatch(/providers\.modules\[0\] \(\S+invite-code\): options\.codes: /);
  expect(said).toMatch(/providers\.modules\[1\] \(latchkey-provider-absent\): there is no package/);
  expect(said).not.toContain('green door');
});
