import { configJsonSchema, renderReference } from '../../config/index.ts';
import { defineCommand, jsonArg } from '../command.ts';

/** `latchkey config docs`. */
export const docs = defineCommand({
  description: 'Print the reference of all options as Markdown; with --json as a JSON schema',
  args: jsonArg,
  async run({ json }, io) {
    io.out(json ? JSON.stringify(configJsonSchema()) : renderReference().trimEnd());
  },
});
