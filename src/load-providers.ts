import { pathToFileURL } from 'node:url';
import { ABILITIES, abilityProblem } from './auth/abilities.ts';
import type { Provider } from './auth/provider.ts';
import { type Config, ConfigError, type ConfigProblem } from './config/index.ts';
import { findModule } from './find-module.ts';
import { type ExtraTexts, ownKeys } from './i18n/index.ts';
import { offerOwnEntry } from './own-entry.ts';
import { type Abilities, isDefinition, type ProviderDefinition } from './provider.ts';

/** Providers that are no part of Latchkey, with their texts. */
export interface LoadedProviders {
  readonly providers: readonly Provider[];
  readonly texts: ExtraTexts;
}

const KINDS: readonly unknown[] = ['pre', 'primary', 'secondary'];

type Entry = Config['providers']['modules'][number];

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The definition in a module: its default export, or the one that is called `provider`. */
async function importDefinition({ module, from = process.cwd() }: Entry): Promise<ProviderDefinition> {
  const file = findModule(module, from);
  let exported: Record<string, unknown>;
  try {
    exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file} cannot be loaded: ${reasonOf(error)}`, { cause: error });
  }
  const found = [exported.default, exported.provider].find(isDefinition);
  if (found) return found;
  const names = Object.keys(exported);
  throw new Error(
    `${file} must export, as default or as "provider", what defineProvider() of "latchkey/provider" returns; ` +
      `it exports ${names.length === 0 ? 'nothing' : names.join(', ')}`,
  );
}

/** What is wrong with a definition. */
function* definitionProblems(definition: ProviderDefinition): Generator<string> {
  const { id, kind, create, messages = {} } = definition;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) yield 'its id must be small letters, digits and hyphens';
  if (!KINDS.includes(kind)) yield 'its kind must be "pre", "primary" or "secondary"';
  if (typeof create !== 'function') yield 'its create must be a function that takes the options';
  const own = ownKeys();
  for (const [language, texts] of Object.entries(messages)) {
    if (!/^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(language)) yield `its messages have no language ${language}`;
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text !== 'string') yield `its message ${key} in ${language} must be a text`;
      if (own.has(key)) yield `its message ${key} has the key of one of Latchkey's own; begin keys with ${id}-`;
      if (language !== 'qqq' && messages.en?.[key] === undefined) yield `its message ${key} must be there in en`;
    }
  }
}

/** Checks the options as the definition says. */
async function optionsOf({ options: schema }: ProviderDefinition, given: Entry['options']): Promise<unknown> {
  if (schema === undefined) {
    if (Object.keys(given).length === 0) return undefined;
    throw new Error(`it takes no options, and was given ${Object.keys(given).join(', ')}`);
  }
  // The configuration is frozen; what a provider is given is its own.
  const checked = await schema['~standard'].validate(structuredClone(given));
  if (checked.issues === undefined) return checked.value;
  const lines = checked.issues.map(({ message, path = [] }) =>
    ['options', ...path.map((part) => String(typeof part === 'object' ? part.key : part))]
      .join('.')
      .concat(`: ${message}`),
  );
  throw new Error(lines.join('; '));
}

/** The provider that the manager asks: its methods stay those of the object that `create` made. */
function toProvider({ id, kind }: ProviderDefinition, made: Abilities): Provider {
  if (typeof made !== 'object' || made === null)
    throw new Error('its create() must return an object with its abilities');
  const own = Object.keys(made).filter((name) => name !== 'id' && name !== 'kind');
  for (const name of new Set([...own, ...ABILITIES])) {
    const problem = abilityProblem(name, (made as Record<string, unknown>)[name]);
    // A class may keep data of its own in its instance, an object literal has none.
    const foreign =
      !(ABILITIES as readonly string[]).includes(name) && Object.getPrototypeOf(made) !== Object.prototype;
    if (problem && !foreign) throw new Error(`what its create() returns cannot be used: ${problem}`);
  }
  const abilities = ABILITIES.map((name) => {
    const member: unknown = made[name];
    return [name, typeof member === 'function' ? member.bind(made) : member] as const;
  });
  return { id, kind, ...Object.fromEntries(abilities.filter(([, member]) => member !== undefined)) };
}

/** Joins the texts of a definition to those of others; yields what is there twice. */
function* addTexts(all: Map<string, Map<string, string>>, { messages = {} }: ProviderDefinition): Generator<string> {
  for (const [language, own] of Object.entries(messages)) {
    const known = all.get(language) ?? new Map<string, string>();
    all.set(language, known);
    for (const [key, text] of Object.entries(own)) {
      if (known.has(key)) yield `another module has the message ${key} too`;
      known.set(key, text);
    }
  }
}

/**
 * Loads the modules of `providers.modules`.
 *
 * @throws ConfigError that names every module that cannot be used, and what is expected of it.
 */
export async function loadProviders({ providers: { modules } }: Pick<Config, 'providers'>): Promise<LoadedProviders> {
  const providers: Provider[] = [];
  const texts = new Map<string, Map<string, string>>();
  const problems: ConfigProblem[] = [];
  if (modules.length > 0) offerOwnEntry();
  for (const [index, entry] of modules.entries()) {
    const path = `providers.modules[${index}]`;
    const wrong = (reason: string) =>
      problems.push({ path, source: entry.module, text: `${path} (${entry.module}): ${reason}.` });
    try {
      const definition = await importDefinition(entry);
      const found = [...definitionProblems(definition)];
      if (providers.some(({ id }) => id === definition.id)) found.push(`another module has the id ${definition.id}`);
      found.push(...addTexts(texts, definition));
      found.forEach(wrong);
      if (found.length > 0) continue;
      const options = await optionsOf(definition, entry.options);
      providers.push(toProvider(definition, await definition.create(options)));
    } catch (error) {
      wrong(reasonOf(error));
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const joined = [...texts].map(([language, own]) => [language, Object.fromEntries(own)]);
  return { providers, texts: Object.fromEntries(joined) as ExtraTexts };
}
