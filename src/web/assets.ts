import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../base/digest.ts';
import type { PageResponse } from './define.ts';

/** Codex's own files by the names that they are served under; the build copies them to `assets/codex/`. */
const CODEX = {
  'tokens.css': '@wikimedia/codex-design-tokens/dist/theme-wikimedia-ui-root.css',
  'tokens-dark.css': '@wikimedia/codex-design-tokens/dist/theme-wikimedia-ui-mode-dark.css',
  'codex.css': '@wikimedia/codex/dist/codex.style.css',
  'codex-rtl.css': '@wikimedia/codex/dist/codex.style-rtl.css',
} as const;
const OWN = ['style.css', 'enhance.js', 'icon.svg', 'api-sandbox.js', 'request-code.js'] as const;

/** A file of the pages. */
export type AssetName = keyof typeof CODEX | (typeof OWN)[number];

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const beside = (name: string): string => fileURLToPath(new URL(`./assets/${name}`, import.meta.url));

/** Without a build the packages themselves have the file. */
function pathOf(name: string): string {
  const source: string | undefined = (CODEX as Readonly<Record<string, string>>)[name];
  if (source === undefined) return beside(name);
  const copied = beside(`codex/${name}`);
  return existsSync(copied) ? copied : createRequire(import.meta.url).resolve(source);
}

interface Assets {
  /** Changes whenever a file does. */
  readonly version: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

let opened: Assets | null = null;

/** Read when the first page is shown: a server that only answers programs never needs them. */
function open(): Assets {
  if (opened) return opened;
  const files = new Map([...Object.keys(CODEX), ...OWN].map((name) => [name, readFileSync(pathOf(name))]));
  opened = { version: sha256Hex(Buffer.concat([...files.values()])).slice(0, 12), files };
  return opened;
}

/** The address of a file. It changes with the files, so browsers may keep what is there for ever. */
export const assetUrl = (scriptPath: string, name: AssetName): string =>
  `${scriptPath}/assets/${open().version}/${name}`;

/** The file at an address; null when the address is none of a file. */
export function findAsset(scriptPath: string, path: string): PageResponse | null {
  const start = `${scriptPath}/assets/`;
  if (!path.startsWith(start)) return null;
  const [version, name = ''] = path.slice(start.length).split('/', 2);
  const body = open().files.get(name);
  if (!body || path.slice(start.length).split('/').length !== 2) return null;
  // While servers are replaced one by one, a page of one asks another for its files.
  const isOwn = version === open().version;
  return {
    status: 200,
    headers: [
      ['Content-Type', TYPES[name.split('.').at(-1) ?? ''] as string],
      ['Cache-Control', isOwn ? 'public, max-age=31536000, immutable' : 'public, no-cache'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
    body,
  };
}
