import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, EXAMPLE, type OperatorFolder, operatorFolder } from './support.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: OperatorFolder;
beforeAll(() => {
  build();
  folder = operatorFolder();
  folder.write('package.json', { type: 'module' });
  cpSync(join(EXAMPLE, 'index.js'), join(folder.path, 'example.js'));
  mkdirSync(join(folder.path, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, join(folder.path, 'node_modules/latchkey'));
  symlinkSync(join(root, 'node_modules/@types/node'), join(folder.path, 'node_modules/@types/node'));
});
afterAll(() => folder.remove());

/** What the compiler says of a module of the author. */
function compile(file: string): string {
  const options = ['--noEmit', '--strict', '--allowJs', '--checkJs', '--skipLibCheck', '--types', 'node'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const args = [tsc, ...options, '--target', 'es2023', '--module', 'nodenext', file];
  return spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' }).stdout;
}

it('the example has the types that the package promises', () => {
  expect(compile('example.js')).toBe('');
});

it('a wrong ability is an error of its types', () => {
  const wrong = `import { defineProvider } from 'latchkey/provider';
export default defineProvider({ id: 'x', kind: 'pre', create: () => ({ checkName: async () => 'no' }) });
`;
  folder.write('wrong.js', wrong);
  expect(compile('wrong.js')).toContain('error TS2322');
});
