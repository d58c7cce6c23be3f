import { expect, test } from 'vitest';
import type { Command, Group } from '../../src/cli/command.ts';
import { root } from '../../src/cli/root.ts';
import { shell } from './support.ts';

async function leaves(node: Group | Command, path: string[] = []): Promise<{ path: string[]; command: Command }[]> {
  if (node.kind === 'command') return [{ path, command: node }];
  const below = await Promise.all(
    Object.entries(node.commands).map(async ([name, { load }]) => leaves(await load(), [...path, name])),
  );
  return below.flat();
}
const commands = await leaves(root);

test.each(commands.map(({ path }) => [path.join(' '), path] as const))('%s explains itself', async (_name, path) => {
  const { code, out } = await (await shell()).run([...path, '--help']);
  expect(code).toBe(0);
  expect(out).toContain(`latchkey ${path.join(' ')}`);
  expect(out).toContain('--json');
});

test.each(commands.map(({ path }) => [path.join(' '), path] as const))(
  '%s refuses an unknown flag',
  async (_name, path) => {
    const { code, err } = await (await shell()).run([...path, '--no-such-flag']);
    expect(code).toBe(2);
    expect(err).toContain('--json');
  },
);

test('groups list their commands', async () => {
  const { code, out } = await (await shell()).run(['user', '--help']);
  expect([code, out]).toEqual([0, expect.stringContaining('end-sessions')]);
});

test.each([
  [[], 'serve'],
  [['bogus'], 'serve, user'],
  [['user', 'bogus'], 'create, list'],
  [['user', 'show'], 'NAME is missing'],
  [['user', 'show', 'A', 'B'], 'one argument too many'],
  [['user', 'list', '--limit', 'x'], 'whole number'],
  [['user', 'list', '--limit'], '--limit'],
  [['throttle', 'exempt', '10.0.0.0/8', '--reason', 'x'], '--until is missing'],
  [['throttle', 'exempt', 'nonsense', '--reason', 'x', '--until', '2h'], 'no address'],
  [['serve', '--port', '99999'], '65535'],
  [['bot-password', 'create', 'A', 'b', '--grants', 'nosuch'], 'Allowed: '],
])('%j is a wrong call', async (args, text) => {
  const { code, err } = await (await shell()).run(args);
  expect(code).toBe(2);
  expect(err).toContain(text);
  expect(err).not.toMatch(/^\s+at /m);
});

test('problems are JSON for programs', async () => {
  const sh = await shell();
  await sh.json(['migrate']);
  const { code, err } = await sh.run(['user', 'show', 'Nobody', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(err)).toEqual({ error: { code: 'nosuchuser', text: 'There is no account "Nobody"' } });
});

test('a wrong configuration is told with the path of the option', async () => {
  const sh = await shell();
  sh.env.LATCHKEY_HTTP_PORT = 'many';
  const { code, err } = await sh.run(['config', 'check']);
  expect(code).toBe(1);
  expect(err).toContain('http.port');
});
