import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The worked example. */
export const EXAMPLE = join(root, 'examples/provider-invite-code');

export const PASSWORD = 'Str0ng-Enough-Pw';

/** Providers import `latchkey/provider` as it is published. */
export const build = (): void => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'pipe' });
};

/** A folder outside of Latchkey, as an operator has one. */
export interface OperatorFolder {
  readonly path: string;
  write(name: string, content: string | object): string;
  /** Installs a package: a copy of a folder, or a module. */
  install(name: string, content: string): string;
  remove(): void;
}

export function operatorFolder(): OperatorFolder {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-provider-'));
  const write = (name: string, content: string | object): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  return {
    path,
    write,
    install(name, content) {
      const folder = `node_modules/${name}`;
      if (!content.includes('\n') && content.startsWith('/')) {
        cpSync(content, join(path, folder), { recursive: true });
      } else {
        write(`${folder}/package.json`, { name, type: 'module', exports: './index.js' });
        write(`${folder}/index.js`, content);
      }
      return join(path, folder);
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
