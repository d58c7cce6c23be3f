import { parseArgs as readFlags } from 'node:util';
import { type ArgsDef, defineCommand as cittyCommand, parseArgs, renderUsage } from 'citty';
import { ConfigError } from '../config/index.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Command, Group } from './command.ts';
import { CommandError, UsageError } from './errors.ts';
import { type Io, table } from './io.ts';

const plainText = (text: string): string => text.replace(/\x1b\[[0-9;]*m/g, '');

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h';

function groupHelp(path: string, group: Group): string {
  const rows = Object.entries(group.commands).map(([name, { description }]) => [`  ${name}`, description]);
  return `${group.description}\n\nUsage: ${path} COMMAND\n\n${table(['Commands', ''], rows)}\n\nEach command explains itself with --help.`;
}

async function commandHelp(path: string, command: Command): Promise<string> {
  const usage = await renderUsage(
    cittyCommand({ meta: { name: path, description: command.description }, args: command.args }),
  );
  return plainText(usage)
    .replace(/ \(latchkey[^)]*\)/, '')
    .trimEnd();
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Refuses what the declaration does not have: the reader below takes anything. */
function checkArgs(raw: readonly string[], defs: ArgsDef): void {
  const flags = Object.entries(defs).filter(([, def]) => def.type !== 'positional');
  const positionals = Object.entries(defs).filter(([, def]) => def.type === 'positional');
  const options: Record<string, { type: 'boolean' | 'string' }> = {};
  for (const [name, def] of flags) options[kebab(name)] = { type: def.type === 'boolean' ? 'boolean' : 'string' };
  const allowed = `Allowed: ${Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ')}, --help`;
  let given: ReturnType<typeof readFlags>;
  try {
    given = readFlags({ args: [...raw], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. To specify')[0]}. ${allowed}`);
  }
  for (const [name, value] of Object.entries(given.values)) {
    const def = defs[name];
    if (def?.type === 'enum' && def.options && !def.options.includes(String(value))) {
      throw new UsageError(`--${name} takes one of: ${def.options.join(', ')}`);
    }
  }
  const required = positionals.filter(([, def]) => def.required !== false && def.default === undefined);
  const missing = required[given.positionals.length]?.[0];
  if (missing !== undefined) throw new UsageError(`${missing.toUpperCase()} is missing`);
  if (given.positionals.length > positionals.length) {
    throw new UsageError(`${JSON.stringify(given.positionals[positionals.length])} is one argument too many`);
  }
  for (const [name, def] of flags) {
    if (def.required && given.values[kebab(name)] === undefined) throw new UsageError(`--${kebab(name)} is missing`);
  }
}

/** Walks down to the command that is meant. Null: the help was asked for and is printed. */
async function resolve(
  root: Group,
  argv: readonly string[],
  io: Io,
): Promise<{ command: Command; path: string; rest: string[] } | null> {
  let node: Group | Command = root;
  let path = 'latchkey';
  const rest = [...argv];
  while (node.kind === 'group') {
    const name = rest.shift();
    if (name === undefined || isHelp(name) || name === 'help') {
      if (name !== undefined) {
        io.out(groupHelp(path, node));
        return null;
      }
      throw new UsageError(`What should it do?\n\n${groupHelp(path, node)}`);
    }
    const next: Group['commands'][string] | undefined = Object.hasOwn(node.commands, name)
      ? node.commands[name]
      : undefined;
    if (!next)
      throw new UsageError(
        `There is no command ${JSON.stringify(name)}. Allowed: ${Object.keys(node.commands).join(', ')}`,
      );
    node = await next.load();
    path += ` ${name}`;
  }
  const end = rest.indexOf('--');
  if ((end < 0 ? rest : rest.slice(0, end)).some(isHelp)) {
    io.out(await commandHelp(path, node));
    return null;
  }
  return { command: node, path, rest };
}

const codeOf = (error: unknown): string =>
  error instanceof UsageError
    ? 'usage'
    : error instanceof CommandError || error instanceof StorageError
      ? error.code
      : error instanceof ConfigError
        ? 'config'
        : 'failed';

/**
 * Runs one command line and resolves to the exit code: 0 done, 1 failed, 2 called wrongly. Problems are told on
 * standard error, with `--json` as JSON; a stack is shown with `NODE_DEBUG=latchkey` alone.
 */
export async function runCli(root: Group, argv: readonly string[], io: Io): Promise<number> {
  try {
    const found = await resolve(root, argv, io);
    if (!found) return 0;
    checkArgs(found.rest, found.command.args);
    await found.command.run(parseArgs(found.rest, found.command.args), io);
    return 0;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const expected = error instanceof UsageError || error instanceof CommandError || error instanceof ConfigError;
    if (argv.includes('--json')) {
      const problems = error instanceof ConfigError ? { problems: error.problems } : {};
      io.err(JSON.stringify({ error: { code: codeOf(error), text, ...problems } }));
    } else io.err(`latchkey: ${text}`);
    if (!expected && io.env.NODE_DEBUG?.includes('latchkey') && error instanceof Error) io.err(error.stack ?? '');
    return error instanceof UsageError ? 2 : 1;
  }
}
