import type { Services } from '../../auth/services.ts';
import { type Message, type MessageParam, msg } from '../../base/message.ts';
import type { CompiledModule } from '../module.ts';
import type { CompiledParam } from '../params/type.ts';

/** Prefix, name and path: what every message about a module gets, so that texts can name it. */
const context = ({ definition, path }: CompiledModule): readonly MessageParam[] => [
  definition.prefix,
  definition.name,
  path,
];

/** Keys of what a module does and of what more there is to say; modules that are switched off share theirs. */
function descriptionKeys({ path, disabled }: CompiledModule): readonly [string, string] {
  if (disabled !== 'listed') return [`apihelp-${path}-summary`, `apihelp-${path}-extended-description`];
  return path.startsWith('query+')
    ? ['apihelp-query+disabled-summary', 'apihelp-query+disabled-extended-description']
    : ['apihelp-disabled-summary', 'apihelp-disabled-extended-description'];
}

/**
 * Messages that describe a module: what it does, and more about it. `all`: also where the message files lack the second,
 * as programs that read the keys expect.
 */
export function descriptionOf(module: CompiledModule, services: Services, all = false): Message[] {
  const [key, extended] = descriptionKeys(module);
  const summary = msg(key, ...context(module));
  return all || services.messages.exists(extended) ? [summary, msg(extended, ...context(module))] : [summary];
}

/** A text about one value of a parameter. */
export interface ValueText {
  readonly value: string;
  readonly message: Message;
}

/** What describes a parameter. */
export const paramText = (module: CompiledModule, { name, spec }: CompiledParam): Message => {
  const [prefix = '', moduleName = '', path = ''] = context(module);
  const own = spec.help ?? msg(`apihelp-${module.path}-param-${name}`);
  return msg(own.key, ...own.params, prefix, name, moduleName, path);
};

/** What describes the values of a parameter, where there are such texts. */
export function valueTexts(module: CompiledModule, param: CompiledParam, services: Services): ValueText[] {
  if (param.spec.type !== 'enum') return [];
  const texts: ValueText[] = [];
  for (const value of param.values ?? []) {
    const key = `apihelp-${module.path}-paramvalue-${param.name}-${value}`;
    const [prefix = '', moduleName = '', path = ''] = context(module);
    if (services.messages.exists(key)) {
      texts.push({ value, message: msg(key, prefix, param.name, moduleName, path, value) });
    }
  }
  return texts;
}

/** Every message key that the description of a module can use without falling back to nothing. */
export const keysOf = (module: CompiledModule): string[] => [
  `apihelp-${module.path}-summary`,
  ...module.params.map((param) => param.spec.help?.key ?? `apihelp-${module.path}-param-${param.name}`),
  ...module.definition.examples.map(({ message }) => message),
  ...(module.definition.dynamic === undefined ? [] : [module.definition.dynamic.key]),
];

/** A message about an example or the dynamic parameters, with the context. */
export const aboutModule = (module: CompiledModule, message: Message): Message =>
  msg(message.key, ...message.params, ...context(module));

/** The text, or nothing where the message files lack the key. */
export const write = (
  services: Services,
  message: Message,
  form: 'html' | 'wikitext' | 'plain',
  language: string,
): string => (services.messages.exists(message.key) ? services.messages[form](message, language) : '');
