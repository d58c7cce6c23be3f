import type { ParamSpec } from '../../src/api/define.ts';
import { flagsOf } from '../../src/api/describe/info.ts';
import { aboutModule, descriptionOf, paramText, valueTexts } from '../../src/api/describe/texts.ts';
import type { CompiledModule } from '../../src/api/module.ts';
import type { CompiledParam } from '../../src/api/params/type.ts';
import type { Services } from '../../src/auth/services.ts';
import type { Message } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';
import { code, codes, literal, MADE, page, table } from './markdown.ts';

const messages = createMessages();
const services = { messages } as unknown as Services;

const text = (message: Message): string => (messages.exists(message.key) ? literal(messages.plain(message, 'en')) : '');

const bounds = (spec: ParamSpec): string => {
  if (spec.type === 'limit') return ` ${spec.min ?? 1}–${spec.max}, ${spec.highMax} with \`apihighlimits\``;
  if (spec.type !== 'integer' || (spec.min === undefined && spec.max === undefined)) return '';
  const high = spec.highMax === undefined ? '' : `, ${spec.highMax} with \`apihighlimits\``;
  return ` ${spec.min ?? ''}–${spec.max ?? ''}${high}`;
};

function typeOf(module: CompiledModule, param: CompiledParam): string {
  const { spec, limits, values, all } = param;
  // Values with a text of their own stand beside it.
  const told = valueTexts(module, param, services).map(({ value }) => value);
  const others = spec.type === 'submodule' ? [] : (values ?? []).filter((value) => !told.includes(value));
  const parts = [spec.type + bounds(spec)];
  if (spec.type === 'user') parts[0] += ` (${spec.subtypes.join(', ')})`;
  if (others.length > 0) parts.push(codes(others));
  if (limits !== null) parts.push(`list of up to ${limits[0]}, ${limits[1]} with \`apihighlimits\``);
  if (all !== null) parts.push(`${code(all)} = all`);
  if (spec.maxBytes !== undefined) parts.push(`up to ${spec.maxBytes} bytes`);
  return parts.join('; ');
}

function notesOf({ spec }: CompiledParam): string {
  const notes = [
    [spec.required === true, 'required'],
    [spec.sensitive === true || spec.type === 'password', 'sensitive: POST body only'],
    [spec.deprecated === true, 'deprecated'],
  ] as const;
  return notes
    .filter(([set]) => set)
    .map(([, note]) => note)
    .join(', ');
}

function row(module: CompiledModule, param: CompiledParam): string[] {
  const { spec } = param;
  const fallback = 'default' in spec && spec.default !== undefined && spec.default !== false ? spec.default : null;
  const values = valueTexts(module, param, services).map(({ value, message }) => `${code(value)}: ${text(message)}`);
  return [
    code(param.wire),
    [text(paramText(module, param)), ...values].join('<br>'),
    typeOf(module, param),
    fallback === null ? '' : code(String(fallback)),
    notesOf(param),
  ];
}

const FLAGS: Readonly<Record<string, string>> = {
  deprecated: 'deprecated',
  internal: 'internal',
  readrights: 'needs the right `read`',
  writerights: 'needs the right `writeapi`',
  mustbeposted: 'POST only',
};

function section(module: CompiledModule): string {
  const { definition, path } = module;
  const flags = flagsOf(module).map((flag) => FLAGS[flag] ?? flag);
  const token = definition.token === undefined ? [] : [`token of type \`${definition.token}\``];
  const notes = [...flags, ...token];
  return page(
    `### ${code(path)}`,
    ...descriptionOf(module, services).map(text),
    notes.length === 0 ? '' : `Properties: ${notes.join('; ')}.`,
    table(
      ['Parameter', 'Meaning', 'Type', 'Default', 'Notes'],
      module.params.map((param) => row(module, param)),
    ),
    definition.dynamic === undefined ? '' : text(aboutModule(module, definition.dynamic)),
    definition.examples.map(({ query }) => `    ${query}`).join('\n'),
  ).trimEnd();
}

const GROUPS = [
  ['Every request', ['main']],
  ['Actions', ['action']],
  ['Submodules of `query`', ['prop', 'list', 'meta']],
  ['Formats', ['format']],
] as const;

/** The page of all modules, as they are with the default configuration. */
export const renderModules = (modules: readonly CompiledModule[]): string =>
  page(
    MADE,
    '# Modules of the Action API',
    'The same as `action=help` and `action=paraminfo` of a running server with the default configuration. Where options\ndecide about parameters, the running server is right.',
    ...GROUPS.flatMap(([title, groups]) => [
      `## ${title}`,
      ...modules.filter(({ definition }) => (groups as readonly string[]).includes(definition.group)).map(section),
    ]),
  );
