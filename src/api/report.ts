import { type Message, msg } from '../base/message.ts';
import type { ApiError } from '../errors/api-error.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import type { Messages } from '../i18n/index.ts';
import type { MessageFormat } from './define.ts';
import { list, mark, type ResultObject, type ResultValue } from './result.ts';

/** The six forms of errors and warnings. */
export const ERROR_FORMATS = ['plaintext', 'wikitext', 'html', 'raw', 'none', 'bc'] as const;
export type ErrorFormat = (typeof ERROR_FORMATS)[number];

/** Where announcements of deprecations are: follows the first deprecation of an answer. */
const HELP = coded(msg('api-usage-mailinglist-ref'), 'deprecation-help');

interface Note {
  readonly path: string;
  readonly message: CodedMessage;
}

/** A message as programs read it: key and parameters. */
export function rawMessage(message: Message, messages: Messages): ResultObject {
  const { key, params } = messages.raw(message);
  return { key, params: list('param', [...params] as unknown as ResultValue[]) };
}

/** Turns texts into the form that `errorformat`, `errorlang` and `errorsuselocal` ask for. */
export function createMessageFormat(name: ErrorFormat, language: string, messages: Messages): MessageFormat {
  const bare = ({ code }: CodedMessage): ResultObject => ({ code });
  const withText = (member: 'text' | 'html', write: (message: Message) => string) => (message: CodedMessage) =>
    mark<ResultObject>({ ...bare(message), [member]: write(message.message) }, { content: member });
  const writers: Readonly<Record<ErrorFormat, (message: CodedMessage) => ResultObject>> = {
    plaintext: withText('text', (message) => messages.plain(message, language)),
    wikitext: withText('text', (message) => messages.wikitext(message, language)),
    html: withText('html', (message) => messages.html(message, language)),
    raw: (message) => ({ ...bare(message), ...rawMessage(message.message, messages) }),
    none: bare,
    bc: (message) => ({ ...bare(message), info: messages.plain(message.message, language) }),
  };
  const one = (message: CodedMessage): ResultObject => {
    const node = writers[name](message);
    if (message.data === undefined) return node;
    if (name === 'bc') return Object.assign(node, message.data);
    node.data = mark({ ...message.data } as ResultObject, { kind: 'assoc' });
    return node;
  };
  return {
    name,
    one,
    list(coded, type) {
      if (name !== 'bc') return list('error', distinct(coded.map(one)));
      const writeOne = ({ message, code }: CodedMessage): ResultObject => {
        const { key, params } = rawMessage(message, messages);
        return { message: key, params: params as ResultValue[], code, type };
      };
      return list(type, coded.map(writeOne));
    },
    reason: (message) => (name === 'bc' ? messages.plain(message.message, language) : one(message)),
  };
}

/** What differs only in what the form leaves out is said once. */
function distinct(nodes: readonly ResultObject[]): ResultObject[] {
  const said = new Map<string, ResultObject>();
  for (const node of nodes) {
    const text = JSON.stringify(node);
    if (!said.has(text)) said.set(text, node);
  }
  return [...said.values()];
}

const same = (a: CodedMessage, b: CodedMessage): boolean =>
  a === b || (a.code === b.code && JSON.stringify([a.message, a.data]) === JSON.stringify([b.message, b.data]));

/** The warnings of one request, and how they and its errors are written into the answer. */
export class Report {
  readonly #warnings: Note[] = [];

  warn(path: string, message: CodedMessage): void {
    if (this.#warnings.some((note) => note.path === path && same(note.message, message))) return;
    this.#warnings.push({ path, message });
  }

  /** Notes a deprecated feature; the first one brings the pointer to the announcements with it. */
  deprecated(path: string, message: Message, feature: string): void {
    this.warn(path, coded(message, 'deprecation', { feature }));
    this.warn('main', HELP);
  }

  /** The `warnings` member, or null when there is nothing to warn of. */
  warnings(format: MessageFormat): ResultValue | null {
    if (this.#warnings.length === 0) return null;
    if (format.name !== 'bc') {
      const nodes = this.#warnings.map(({ path, message }) => Object.assign(format.one(message), { module: path }));
      return list('warning', distinct(nodes));
    }
    const texts = new Map<string, string[]>();
    for (const { path, message } of this.#warnings) {
      const name = path.slice(path.lastIndexOf('+') + 1);
      const lines = texts.get(name) ?? [];
      texts.set(name, lines);
      const text = format.reason(message) as string;
      if (!lines.includes(text)) lines.push(text);
    }
    const node: ResultObject = {};
    // The module that warned last stands first, as each new one is put on top.
    for (const [name, lines] of [...texts].reverse())
      node[name] = mark<ResultObject>({ warnings: lines.join('\n') }, { content: 'warnings' });
    return node;
  }
}

/** The members that an error puts into the answer: `error` in `bc`, else `errors`, and where the help is. */
export function errorMembers(
  error: ApiError,
  path: string,
  format: MessageFormat,
  docref: string | null,
): ResultObject {
  if (format.name === 'bc') {
    const node = format.one(error.errors[0] as CodedMessage);
    if (docref !== null) node.docref = docref;
    return { error: mark(node, docref === null ? {} : { content: 'docref' }) };
  }
  const errors = list(
    'error',
    distinct(error.errors.map((message) => Object.assign(format.one(message), { module: path }))),
  );
  return docref === null ? { errors } : mark<ResultObject>({ errors, docref }, { content: 'docref' });
}
