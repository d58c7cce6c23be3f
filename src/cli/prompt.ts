import { CommandError, UsageError } from './errors.ts';
import type { Io } from './io.ts';

async function readAll(io: Io): Promise<string> {
  let text = '';
  for await (const part of io.stdin) text += String(part);
  return text.replace(/\r?\n$/, '');
}

/**
 * A password that nobody sees: asked for twice from a person, else all of standard input. Never from the command line,
 * which other users of the machine can read.
 */
export async function readPassword(io: Io, who: string): Promise<string> {
  if (!io.interactive) {
    const given = await readAll(io);
    if (given === '') throw new UsageError('Give the password on standard input, or let one be made with --generate');
    return given;
  }
  const { password, isCancel } = await import('@clack/prompts');
  const ask = async (message: string): Promise<string> => {
    const answer = await password({ message });
    if (isCancel(answer)) throw new CommandError('Nothing was changed', 'cancelled');
    return answer ?? '';
  };
  const first = await ask(`New password for ${who}`);
  if (first !== (await ask('The same again'))) throw new CommandError('The two passwords differ', 'badretype');
  if (first === '') throw new CommandError('An empty password is none', 'empty');
  return first;
}
