import type { ArgDef } from 'citty';
import type { Command, Group } from '../../src/cli/command.ts';
import { root } from '../../src/cli/root.ts';
import { code, literal, MADE, page, table } from './markdown.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const isPositional = (arg: ArgDef): boolean => arg.type === 'positional';

const usage = (name: string, arg: ArgDef): string => {
  const word = name.toUpperCase();
  return arg.required === false || arg.default !== undefined ? `[${word}]` : word;
};

const flag = (name: string, arg: ArgDef): string =>
  arg.type === 'boolean' ? `--${kebab(name)}` : `--${kebab(name)} ${arg.valueHint ?? 'VALUE'}`;

function commandText(path: string, command: Command): string {
  const args = Object.entries(command.args);
  const positional = args.filter(([, arg]) => isPositional(arg));
  const rows = args.map(([name, arg]) => [
    code(isPositional(arg) ? name.toUpperCase() : flag(name, arg)),
    literal(arg.description ?? '') + (!isPositional(arg) && arg.required ? ' (needed)' : ''),
    arg.default === undefined || arg.default === '' ? '' : code(String(arg.default)),
  ]);
  return page(
    `## ${code(path)}`,
    `${literal(command.description)}.`,
    `    ${[path, ...positional.map(([name, arg]) => usage(name, arg)), '[FLAGS]'].join(' ')}`,
    table(['Argument', 'Meaning', 'Default'], rows),
  ).trimEnd();
}

async function sections(path: string, node: Group | Command): Promise<string[]> {
  if (node.kind === 'command') return [commandText(path, node)];
  const below = await Promise.all(
    Object.entries(node.commands).map(async ([name, { load }]) => sections(`${path} ${name}`, await load())),
  );
  return below.flat();
}

const INTRODUCTION = `Every command explains itself with \`--help\`. Results go to standard output, with \`--json\` as one line of JSON; progress and
problems go to standard error. Exit codes: 0 done, 1 failed, 2 called wrongly.

Commands that touch the stores can be used while a server runs. They find the configuration by \`--config\`, then
\`LATCHKEY_CONFIG\`, then \`latchkey.config.json\` or \`latchkey.config.mjs\` in the working folder; and the data by \`--data\`, then
\`LATCHKEY_DATA\`, then \`./latchkey-data\`.`;

/** The page of all commands. */
export const renderCli = async (): Promise<string> =>
  page(MADE, '# Command line', INTRODUCTION, ...(await sections('latchkey', root)));
