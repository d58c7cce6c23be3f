import { type SafeHtml, trustedHtml } from '../base/html.ts';
import { isMessage, type Message, type MessageParam } from '../base/message.ts';
import { createRender } from './render.ts';
import { type ExtraTexts, openTexts } from './texts.ts';

/** A parameter as it stands in an answer in raw form; a message inside a message is wrapped. */
export type RawParam =
  | string
  | number
  | { readonly message: RawMessage }
  | { readonly plaintext: string }
  | { readonly num: number }
  | { readonly duration: number }
  | { readonly list: readonly RawParam[]; readonly type: string };

/** A message in raw form: for clients that have the texts themselves. */
export interface RawMessage {
  readonly key: string;
  readonly params: readonly RawParam[];
}

/** Turns messages into texts. Languages are codes such as `pt-br`; one without texts falls back, in the end to `en`. */
export interface Messages {
  /** Without markup; names of parameters and values stand in quotes, links as `label (address)`. */
  plain(message: Message, language: string): string;
  /** With the markup of the text; plurals and the like are resolved. */
  wikitext(message: Message, language: string): string;
  /** Escaped markup: parameters can never bring any. */
  html(message: Message, language: string): string;
  /** The same as `html`, for the `html` template. */
  safeHtml(message: Message, language: string): SafeHtml;
  /** Key and parameters, as `errorformat=raw` shows them. */
  raw(message: Message): RawMessage;
  exists(key: string): boolean;
  /** All keys, in alphabetical order. */
  keys(): readonly string[];
  /** The text as it stands in the message file of the first language that has it; null when none has. */
  source(key: string, language: string): string | null;
  /** Codes of the languages that have texts. */
  languages(): readonly string[];
}

/** What messages need to know of the site. */
export interface MessageSettings {
  /** Texts beside those of the files. */
  readonly texts?: ExtraTexts;
  /** `{{SITENAME}}`. Default "Latchkey". */
  readonly siteName?: string;
  /** Address of a page by its title. Default `/wiki/` and the title. */
  readonly linkUrl?: (title: string) => string;
}

const defaultLink = (title: string): string =>
  `/wiki/${encodeURIComponent(title.replaceAll(' ', '_')).replace(/%(?:3A|2F)/g, decodeURIComponent)}`;

const rawParam = (param: MessageParam): RawParam => {
  if (isMessage(param)) return { message: rawMessage(param) };
  if (typeof param === 'object' && 'list' in param) return { list: param.list.map(rawParam), type: param.type };
  return param;
};

const rawMessage = (message: Message): RawMessage => ({ key: message.key, params: message.params.map(rawParam) });

/**
 * Opens the texts: English is read at once, other languages when they are first asked for.
 *
 * @throws Error when the message files are missing or broken.
 */
export function createMessages(settings: MessageSettings = {}): Messages {
  const texts = openTexts(settings.texts);
  const render = createRender(texts, {
    siteName: settings.siteName ?? 'Latchkey',
    linkUrl: settings.linkUrl ?? defaultLink,
  });
  return {
    plain: (message, language) => render(message, language, 'plain'),
    wikitext: (message, language) => render(message, language, 'wikitext'),
    html: (message, language) => render(message, language, 'html'),
    safeHtml: (message, language) => trustedHtml(render(message, language, 'html')),
    raw: rawMessage,
    exists: (key) => texts.has(key),
    keys: () => texts.keys,
    source: (key, language) => texts.source(key, language),
    languages: () => texts.languages,
  };
}
