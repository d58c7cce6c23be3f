import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { checkOption } from './check.ts';
import type { ConfigProblem } from './config-error.ts';
import { nearest } from './nearest.ts';
import type { DeclaredOption } from './paths.ts';
import { shapeOf } from './schema-shape.ts';
import type { Layer } from './tree.ts';

/** Names that other parts of the program read, and that are no options. */
const OTHER_NAMES = new Set(['LATCHKEY_CONFIG', 'LATCHKEY_DATA']);

/** What container platforms set by themselves for a service that is called "latchkey". */
const PLATFORM_NAME =
  /^LATCHKEY(?:_[A-Z0-9]+)*_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT|PORT_\d+_(?:TCP|UDP)(?:_[A-Z]+)?)$/;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * What a text of the environment means for an option: the text itself where the option takes it, else JSON (numbers,
 * true, null, lists, objects), else for lists the parts between commas or line ends.
 */
export function readEnvText(schema: z.ZodType, text: string): unknown {
  const shape = shapeOf(schema);
  const json = parseJson(text);
  if (json === null && shape.nullable) return null;
  if (shape.kind === 'list' && shape.item !== undefined && !Array.isArray(json)) {
    const item = shape.item;
    return text
      .split(/[,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => readEnvText(item, part));
  }
  if (schema.safeParse(text).success) return text;
  return json === undefined ? text : json;
}

/**
 * Reads the options that stand in the environment. An empty value counts as not given. `NAME_FILE` names a file whose
 * trimmed content is the value.
 */
export function readEnv(env: Readonly<Record<string, string | undefined>>, options: readonly DeclaredOption[]): Layer {
  const values = new Map<string, unknown>();
  const problems: ConfigProblem[] = [];
  const byName = new Map(options.map((one) => [one.env, one]));

  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith('LATCHKEY_') || text === undefined || text === '' || OTHER_NAMES.has(name)) continue;
    const fromFile = byName.has(name) ? undefined : byName.get(name.replace(/_FILE$/, ''));
    const declared = byName.get(name) ?? fromFile;
    if (declared === undefined) {
      if (PLATFORM_NAME.test(name)) continue;
      const near = nearest(name, byName.keys());
      const hint = near === null ? '' : ` Did you mean ${near}?`;
      problems.push({
        path: name,
        source: 'environment',
        text: `${name} (environment): there is no such option.${hint}`,
      });
      continue;
    }
    let value = text;
    if (fromFile !== undefined) {
      if (env[declared.env]) {
        problems.push({
          path: declared.path,
          source: name,
          text: `${declared.path}: ${declared.env} and ${name} are both set; one of them must go.`,
        });
        continue;
      }
      try {
        value = readFileSync(text, 'utf8').trim();
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
        problems.push({
          path: declared.path,
          source: name,
          text: `${declared.path} (${name}): cannot read ${text}: ${code}.`,
        });
        continue;
      }
    }
    const checked = checkOption(declared, readEnvText(declared.option.schema, value), name);
    if ('problems' in checked) problems.push(...checked.problems);
    else values.set(declared.path, checked.value);
  }
  return { values, problems };
}
