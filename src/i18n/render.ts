import { escapeHtml } from '../base/html.ts';
import { isMessage, type Message, type MessageParam, msg, num } from '../base/message.ts';
import { htmlBlocks } from './blocks.ts';
import { splitDuration } from './duration.ts';
import type { MessageNode, MessageNodes } from './nodes.ts';
import type { Texts } from './texts.ts';

/** What a text turns into: `plain` has no markup, `wikitext` keeps it, `html` is escaped markup. */
export type Form = 'plain' | 'wikitext' | 'html';

/** What messages need to know of the site. */
export interface RenderSettings {
  /** `{{SITENAME}}`. */
  readonly siteName: string;
  /** Address of a page that a message links to by its title. */
  readonly linkUrl: (title: string) => string;
}

/** Renders messages in one form and language. */
export type Render = (message: Message, language: string, form: Form) => string;

/** What can be clicked safely: the address may come from a parameter. */
const SAFE_URL = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i;

const QUOTED = new Set(['code', 'var', 'kbd', 'samp']);

const SEPARATORS = { comma: 'comma-separator', semicolon: 'semicolon-separator', pipe: 'pipe-separator' } as const;

const numberIn = (text: string): number => {
  const value = Number(text.replace(/[\s,\u00A0\u202F]/g, ''));
  return Number.isNaN(value) ? 0 : value;
};

/** Makes the renderer over the message files. */
export function createRender(texts: Texts, settings: RenderSettings): Render {
  const escape = (text: string, form: Form): string => (form === 'html' ? escapeHtml(text) : text);

  const joined = (
    parts: readonly string[],
    type: 'comma' | 'semicolon' | 'pipe' | 'text',
    language: string,
    form: Form,
  ) => {
    if (type !== 'text') return parts.join(render(msg(SEPARATORS[type]), language, form));
    if (parts.length < 2) return parts.join('');
    const and = render(msg('and'), language, form) + render(msg('word-separator'), language, form);
    const comma = render(msg('comma-separator'), language, form);
    return parts.slice(0, -1).join(comma) + and + parts.at(-1);
  };

  const param = (value: MessageParam | undefined, index: number, language: string, form: Form): string => {
    if (value === undefined) return `$${index + 1}`;
    if (typeof value === 'string') return escape(value, form);
    if (typeof value === 'number') return String(value);
    if (isMessage(value)) return render(value, language, form);
    if ('plaintext' in value) return escape(value.plaintext, form);
    if ('num' in value) return escape(texts.rules(language).number(value.num), form);
    if ('duration' in value) {
      const parts = splitDuration(value.duration).map(([unit, count]) =>
        render(msg(`duration-${unit}`, num(count)), language, form),
      );
      return joined(parts, 'text', language, form);
    }
    return joined(
      value.list.map((one, i) => param(one, i, language, form)),
      value.type,
      language,
      form,
    );
  };

  const counted = (nodes: MessageNodes, params: readonly MessageParam[], language: string): number => {
    const only = nodes.length === 1 ? nodes[0] : undefined;
    const value = typeof only === 'object' && only.type === 'param' ? params[only.index] : undefined;
    if (typeof value === 'number') return value;
    if (typeof value === 'object' && 'num' in value) return value.num;
    if (typeof value === 'object' && 'list' in value) return value.list.length;
    return numberIn(inline(nodes, params, language, 'plain'));
  };

  const pluralForm = (forms: readonly MessageNodes[], count: number, language: string): MessageNodes => {
    const general: MessageNodes[] = [];
    for (const form of forms) {
      const exact = typeof form[0] === 'string' ? /^(\d+)=/.exec(form[0]) : null;
      if (exact === null) general.push(form);
      else if (Number(exact[1]) === count) return [String(form[0]).slice(exact[0].length), ...form.slice(1)];
    }
    return general[texts.rules(language).plural(count, general.length)] ?? [];
  };

  const node = (one: MessageNode, params: readonly MessageParam[], language: string, form: Form): string => {
    if (typeof one === 'string') return escape(one, form);
    const inside = (nodes: MessageNodes, as: Form = form) => inline(nodes, params, language, as);
    switch (one.type) {
      case 'param':
        return param(params[one.index], one.index, language, form);
      case 'variable':
        return escape(settings.siteName, form);
      case 'plural':
        return inside(pluralForm(one.forms, counted(one.of, params, language), language));
      case 'gender':
        return inside(one.forms[texts.rules(language).gender(inside(one.of, 'plain'), one.forms.length)] ?? []);
      case 'grammar':
        return escape(texts.rules(language).grammar(one.form, inside(one.word, 'plain')), form);
      case 'bold':
      case 'italic': {
        if (form === 'plain') return inside(one.children);
        const [mark, tag] = one.type === 'bold' ? ["'''", 'b'] : ["''", 'i'];
        return form === 'html' ? `<${tag}>${inside(one.children)}</${tag}>` : mark + inside(one.children) + mark;
      }
      case 'tag':
        if (form !== 'plain') return `<${one.name}>${inside(one.children)}</${one.name}>`;
        return QUOTED.has(one.name) ? `"${inside(one.children)}"` : inside(one.children);
      case 'link': {
        const target = inside(one.target, 'plain').replace(/^:/, '');
        const label = one.label === null ? escape(target, form) : inside(one.label);
        if (form === 'plain') return label;
        if (form === 'html') return `<a href="${escapeHtml(settings.linkUrl(target))}">${label}</a>`;
        return one.label === null ? `[[${target}]]` : `[[${target}|${label}]]`;
      }
      case 'external': {
        const url = inside(one.url, 'plain');
        const label = inside(one.label);
        if (form === 'plain') return url === label ? url : `${label} (${url})`;
        if (form === 'wikitext') return `[${url} ${label}]`;
        return SAFE_URL.test(url) ? `<a href="${escapeHtml(url)}">${label}</a>` : label;
      }
    }
  };

  const inline = (nodes: MessageNodes, params: readonly MessageParam[], language: string, form: Form): string => {
    let out = '';
    for (const one of nodes) out += node(one, params, language, form);
    return out;
  };

  const keyText = (message: Message, language: string, form: Form): string =>
    message.params.length === 0
      ? `(${escape(message.key, form)})`
      : `(${escape(message.key, form)}: ${message.params.map((one, i) => param(one, i, language, form)).join(', ')})`;

  const render: Render = (message, language, form) => {
    // MediaWiki's language for people who look for the key of a text.
    if (language === 'qqx') return keyText(message, language, form);
    const found = texts.find(message.key, language);
    if (found === null) return escape(`⧼${message.key}⧽`, form);
    if (form !== 'html') return inline(found.nodes, message.params, found.language, form);
    return htmlBlocks(found.nodes, (nodes) => inline(nodes, message.params, found.language, form));
  };
  return render;
}
