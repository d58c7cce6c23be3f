import { configArgs, defineCommand } from '../command.ts';
import { report } from '../io.ts';
import { configFile, readConfig } from '../open.ts';

/** `latchkey config check`. */
export const check = defineCommand({
  description: 'Say whether the configuration can be used, and what is wrong with it',
  args: configArgs,
  async run(args, io) {
    await readConfig(args, io);
    const file = configFile(args, io) ?? null;
    report(io, args.json, { ok: true, file }, () =>
      file === null
        ? 'There is no configuration file; the defaults and the environment are in order'
        : `${file} is in order`,
    );
  },
});
