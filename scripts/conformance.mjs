// Runs the reference suite (answers recorded from a real MediaWiki) against this server, one profile after the other.
//   npm run conformance -- [--profile plain,captcha] [--only TEXT] [--verbose]
// The suite's folder: LATCHKEY_CONFORMANCE, else ../shared/conformance.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { profile: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean' } },
});
const suite = resolve(process.env.LATCHKEY_CONFORMANCE ?? join(root, '..', 'shared', 'conformance'));
if (!existsSync(join(suite, 'run.mjs'))) {
  console.log(`There is no conformance suite at ${suite}; nothing was compared.`);
  console.log('0 passed, 0 failed');
  process.exit(0);
}
const folder = join(root, 'conformance', 'profiles');
const wanted = values.profile?.split(',');
const profiles = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .filter((name) => !wanted || wanted.includes(name));
const unknown = wanted?.filter((name) => !profiles.includes(name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no profile ${unknown.join(', ')} in ${folder}`);
  process.exit(2);
}

// The servers must not see options of this program or of this machine.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('LATCHKEY_')));

/** A child with what it wrote; `line` waits for its first line. */
function start(args, echo) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
  let out = '';
  let err = '';
  const ended = new Promise((done) => child.on('close', (code) => done(code ?? 1)));
  const line = new Promise((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', (part) => {
      out += part;
      if (echo) process.stdout.write(part);
      if (out.includes('\n')) done(out.slice(0, out.indexOf('\n')));
    });
    child.stderr.setEncoding('utf8').on('data', (part) => {
      err += part;
      if (echo) process.stderr.write(part);
    });
    ended.then(() => fail(new Error(err.trim() || 'it ended without a word')));
  });
  line.catch(() => {});
  return { child, ended, line, output: () => out, problems: () => err };
}

async function runProfile(name) {
  const config = join(folder, `${name}.json`);
  const data = mkdtempSync(join(tmpdir(), `latchkey-${name}-`));
  const server = start([
    ...[join(root, 'bin', 'latchkey.js'), 'serve', '--memory', '--data', data, '--config', config],
    ...['--fixtures', join(suite, '..', 'peer', 'fixtures.json'), '--fixtures-profile', name],
    ...['--host', '127.0.0.1', '--port', '0', '--json'],
  ]);
  try {
    const { api } = JSON.parse(await server.line);
    const settings = JSON.parse(readFileSync(config, 'utf8'));
    const check = start(
      [
        ...[join(suite, 'run.mjs'), 'check', '--profile', name, '--base-url', api, '--mail-dir', join(data, 'outbox')],
        ...['--cookie-prefix', settings.sessions?.cookiePrefix ?? 'latchkey'],
        ...(values.only ? ['--only', values.only] : []),
        ...(values.verbose ? ['--verbose'] : []),
      ],
      true,
    );
    const code = await check.ended;
    const sum = [...check.output().matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
    return { name, passed: Number(sum?.[1] ?? 0), failed: sum ? Number(sum[2]) : code === 0 ? 0 : 1 };
  } catch (error) {
    console.log(`FAIL ${name}: the server did not start: ${error.message}`);
    return { name, passed: 0, failed: 1 };
  } finally {
    server.child.kill('SIGTERM');
    await server.ended;
    rmSync(data, { recursive: true, force: true });
  }
}

const built = await start([join(root, 'scripts', 'build.mjs')], true).ended;
if (built !== 0) process.exit(1);
const results = [];
for (const name of profiles) results.push(await runProfile(name));

console.log(`\n${'profile'.padEnd(12)} passed failed`);
for (const { name, passed, failed } of results) {
  console.log(`${name.padEnd(12)} ${String(passed).padStart(6)} ${String(failed).padStart(6)}`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
