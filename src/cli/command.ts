import type { ArgsDef, ParsedArgs } from 'citty';
import type { Io } from './io.ts';

/** Flags and positionals after reading. Positional and string flags that were left out are undefined. */
export type Args<T extends ArgsDef> = ParsedArgs<T>;

/** One command. */
export interface Command<T extends ArgsDef = ArgsDef> {
  readonly kind: 'command';
  readonly description: string;
  readonly args: T;
  /** Resolves when the work is done. Throws `UsageError` or `CommandError` with a text for the person. */
  run(args: Args<T>, io: Io): Promise<void>;
}

/** A command that only holds others. They are loaded when they are called. */
export interface Group {
  readonly kind: 'group';
  readonly description: string;
  readonly commands: Readonly<Record<string, { readonly description: string; load(): Promise<Command | Group> }>>;
}

/** Declares a command: its help, the check of its flags and their types all follow from the literal. */
export const defineCommand = <const T extends ArgsDef>(command: Omit<Command<T>, 'kind'>): Command =>
  ({ kind: 'command', ...command }) as unknown as Command;

/** Declares a group of commands. */
export const defineGroup = (group: Omit<Group, 'kind'>): Group => ({ kind: 'group', ...group });

/** Every command can speak to programs. */
export const jsonArg = { json: { type: 'boolean', description: 'Print one line of JSON for programs' } } as const;

/** Flags of every command that reads the configuration. */
export const configArgs = {
  config: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Configuration file (else latchkey.config.json or .mjs here)',
  },
  ...jsonArg,
} as const;

/** Flags of every command that touches the stores. */
export const storeArgs = {
  ...configArgs,
  data: { type: 'string', valueHint: 'DIR', description: 'Data folder (else LATCHKEY_DATA, else ./latchkey-data)' },
} as const;
