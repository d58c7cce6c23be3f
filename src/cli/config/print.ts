import { effectiveConfig } from '../../config/index.ts';
import { configArgs, defineCommand } from '../command.ts';
import { report } from '../io.ts';
import { readConfig } from '../open.ts';

/** `latchkey config print`. */
export const print = defineCommand({
  description: 'Print the configuration in force: file, environment and defaults together, without secrets',
  args: configArgs,
  async run(args, io) {
    const tree = effectiveConfig(await readConfig(args, io), { redact: true });
    report(io, args.json, tree, () => JSON.stringify(tree, null, 2));
  },
});
