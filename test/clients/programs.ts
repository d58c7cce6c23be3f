import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a client's program says, as JSON. */
export type Said = Record<string, unknown>;

function spawnText(command: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

const languages = {
  python: { command: '/usr/bin/python3', load: (module: string) => ['-c', `import ${module}`] },
  perl: { command: '/usr/bin/perl', load: (module: string) => [`-M${module}`, '-e', '1'] },
} as const;

/**
 * Fails with the name of the Debian package when a client is not there. The packages are listed in `scripts/packages.mjs`,
 * and `npm test` installs them.
 */
export async function needsModule(
  language: keyof typeof languages,
  module: string,
  debianPackage: string,
): Promise<void> {
  const { command, load } = languages[language];
  const { code } = await spawnText(command, load(module)).catch(() => ({ code: 1 }));
  if (code !== 0) throw new Error(`${module} is missing: apt-get install ${debianPackage}`);
}

/** The same for a command. */
export async function needsCommand(command: string, debianPackage: string): Promise<void> {
  const { code } = await spawnText(command, ['--version']).catch(() => ({ code: 1 }));
  if (code !== 0) throw new Error(`${command} is missing: apt-get install ${debianPackage}`);
}

/** Runs a command; what it wrote to stdout. Throws what it wrote to stderr when it fails. */
export async function runText(command: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await spawnText(command, args);
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${err}`);
  return out;
}

/** Runs a program of the folder `programs`; the JSON that it writes. */
export async function runProgram(
  language: keyof typeof languages,
  file: string,
  ...args: readonly string[]
): Promise<Said> {
  const path = fileURLToPath(new URL(`programs/${file}`, import.meta.url));
  return JSON.parse(await runText(languages[language].command, path, ...args)) as Said;
}
