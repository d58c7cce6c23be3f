import { readFile } from 'node:fs/promises';
import { defineCommand, jsonArg } from './command.ts';
import { report } from './io.ts';

/** `latchkey version`. */
export const version = defineCommand({
  description: 'Print the version',
  args: jsonArg,
  async run({ json }, io) {
    const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    report(io, json, { version }, () => version);
  },
});
