import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findConfigFile, loadConfig } from '../../src/config/index.ts';

const fileWith = (name: string, text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), name);
  writeFileSync(file, text);
  return file;
};

test('overrides win over the environment, and the environment over the file', async () => {
  const file = fileWith('latchkey.config.json', '{"http":{"host":"0.0.0.0","port":1,"scriptPath":"/x"}}');
  const config = await loadConfig({
    file,
    env: { LATCHKEY_HTTP_PORT: '2', LATCHKEY_HTTP_SCRIPT_PATH: '/y' },
    overrides: { http: { port: 3 } },
  });
  expect(config.http).toMatchObject({ host: '0.0.0.0', port: 3, scriptPath: '/y', articlePath: '/wiki/$1' });
});

test('a module may export the configuration or a function that makes it', async () => {
  const plain = fileWith('latchkey.config.mjs', 'export default { site: { name: "One" } }');
  const made = fileWith('latchkey.config.mjs', 'export default async () => ({ site: { name: "Two" } })');
  expect((await loadConfig({ file: plain, env: {} })).site.name).toBe('One');
  expect((await loadConfig({ file: made, env: {} })).site.name).toBe('Two');
});

test('a file that cannot be read stops with its name', async () => {
  const broken = fileWith('latchkey.config.json', '{');
  await expect(loadConfig({ file: broken, env: {} })).rejects.toThrow(broken);
  await expect(loadConfig({ file: '/nonexistent/latchkey.config.json', env: {} })).rejects.toThrow(/cannot be read/);
});

test('the text of a broken file is not repeated, because it may hold a secret', async () => {
  const file = fileWith('latchkey.config.json', '{\n"secret": ["s3cret" x]\n}');
  await expect(loadConfig({ file, env: {} })).rejects.toThrow(/not valid JSON/);
  await expect(loadConfig({ file, env: {} })).rejects.not.toThrow(/s3cret/);
});

test('the usual file of a folder is found', () => {
  const file = fileWith('latchkey.config.mjs', '');
  expect(findConfigFile(join(file, '..'))).toBe(file);
  expect(findConfigFile(join(file, '..', 'none'))).toBeUndefined();
});
