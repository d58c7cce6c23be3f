import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from './config-error.ts';

/** Names under which a configuration file is looked for, in this order. */
export const FILE_NAMES = ['latchkey.config.json', 'latchkey.config.mjs'] as const;

/** The configuration file of a folder; undefined when it has none. */
export const findConfigFile = (folder: string): string | undefined =>
  FILE_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));

/** The parser's own message quotes the text around the mistake, which may be a secret; this tells the place alone. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? '' : `, line ${text.slice(0, Number(position)).split('\n').length}`;
    throw new SyntaxError(`it is not valid JSON${line}`);
  }
};

const broken = (file: string, reason: unknown): ConfigError => {
  const text = `${file}: cannot be read: ${reason instanceof Error ? reason.message : String(reason)}`;
  return new ConfigError([{ path: file, source: file, text }]);
};

/**
 * Reads a configuration file: JSON, or a module whose default export is the configuration or a function that makes it.
 *
 * @throws ConfigError when the file cannot be read or is neither.
 */
export async function readConfigFile(file: string): Promise<unknown> {
  try {
    if (!/\.m?js$/.test(file)) return parseJson((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    const loaded = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
    if (loaded.default === undefined) throw new Error('it has no default export');
    return typeof loaded.default === 'function' ? await (loaded.default as () => unknown)() : loaded.default;
  } catch (error) {
    throw broken(file, error);
  }
}
