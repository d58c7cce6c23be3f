import { checkOption, unknownProblem } from './check.ts';
import type { ConfigProblem } from './config-error.ts';
import type { DeclaredOption } from './paths.ts';

/** Values that one source gives, by option path. */
export interface Layer {
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly ConfigProblem[];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a tree (a configuration file, overrides): checks every value and every name in it. */
export function readTree(tree: unknown, source: string, options: readonly DeclaredOption[]): Layer {
  const values = new Map<string, unknown>();
  const problems: ConfigProblem[] = [];
  const byPath = new Map(options.map((one) => [one.path, one]));

  const visit = (node: unknown, path: string): void => {
    const declared = byPath.get(path);
    if (declared !== undefined) {
      if (node === undefined) return;
      const checked = checkOption(declared, node, source);
      if ('problems' in checked) problems.push(...checked.problems);
      else values.set(path, checked.value);
      return;
    }
    const start = path === '' ? '' : `${path}.`;
    const known = [
      ...new Set(
        options
          .filter((one) => one.path.startsWith(start))
          .map((one) => one.path.slice(start.length).split('.')[0] ?? ''),
      ),
    ];
    if (node === undefined && path !== '') return;
    if (!isPlain(node)) {
      const what = path === '' ? 'the configuration' : path;
      problems.push({ path, source, text: `${what} (${source}): allowed: an object with ${known.join(', ')}.` });
      return;
    }
    for (const [key, child] of Object.entries(node)) {
      if (path === '' && key === '$schema') continue;
      if (known.includes(key)) visit(child, start + key);
      else problems.push(unknownProblem(start + key, source, known));
    }
  };
  visit(tree, '');
  return { values, problems };
}
