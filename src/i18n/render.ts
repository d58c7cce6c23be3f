import { escapeHtml } from '../base/html.ts';
import { isMessage, type Message, type MessageParam, msg, num } from '../base/message.ts';
import { htmlBlocks } from './blocks.ts';
import { splitDuration } from './duration.ts';
import type { LanguageRules } from './language-rules.ts';
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

type ListType = keyof typeof SEPARATORS | 'text';

/** MediaWiki's language for people who look for the key of a text. */
const QQX = 'qqx';
/** The key of a message that is just its parameter: there is nothing to look for. */
const LITERAL = '$1';

const numberIn = (text: string): number => {
  const value = Number(text.replace(/[\s,\u00A0\u202F]/g, ''));
  return Number.isNaN(value) ? 0 : value;
};

/** One rendering of one message. */
interface Run {
  readonly params: readonly MessageParam[];
  /** The reader's language: of messages and numbers in parameters. */
  readonly language: string;
  /** The language that the text was found in: its plural forms are those. */
  readonly rules: LanguageRules;
  readonly form: Form;
}

/** Makes the renderer over the message files. */
export function createRender(texts: Texts, settings: RenderSettings): Render {
  const safe = (text: string, form: Form): string => (form === 'html' ? escapeHtml(text) : text);

  const joined = (parts: readonly string[], type: ListType, run: Run): string => {
    const word = (key: string) => render(msg(key), run.language, run.form);
    if (type !== 'text') return parts.join(word(SEPARATORS[type]));
    if (parts.length < 2) return parts.join('');
    return `${parts.slice(0, -1).join(word('comma-separator'))}${word('and')}${word('word-separator')}${parts.at(-1)}`;
  };

  const param = (value: MessageParam | undefined, index: number, run: Run): string => {
    const { language, form } = run;
    if (value === undefined) return `$${index + 1}`;
    if (typeof value === 'string') return safe(value, form);
    if (typeof value === 'number') return String(value);
    if (isMessage(value)) return render(value, language, form);
    if ('plaintext' in value) return safe(value.plaintext, form);
    if ('num' in value) return safe(texts.rules(language).number(value.num), form);
    if ('duration' in value) {
      const parts = splitDuration(value.duration).map(([unit, count]) =>
        render(msg(`duration-${unit}`, num(count)), language, form),
      );
      return joined(parts, 'text', run);
    }
    return joined(
      value.list.map((one, i) => param(one, i, run)),
      value.type,
      run,
    );
  };

  const counted = (nodes: MessageNodes, run: Run): number => {
    const only = nodes.length === 1 ? nodes[0] : undefined;
    const value = typeof only === 'object' && only.type === 'param' ? run.params[only.index] : undefined;
    if (typeof value === 'number') return value;
    if (typeof value === 'object' && 'num' in value) return value.num;
    if (typeof value === 'object' && 'list' in value) return value.list.length;
    return numberIn(inline(nodes, { ...run, form: 'plain' }));
  };

  const pluralForm = (forms: readonly MessageNodes[], count: number, run: Run): MessageNodes => {
    const general: MessageNodes[] = [];
    for (const form of forms) {
      const exact = typeof form[0] === 'string' ? /^(\d+)=/.exec(form[0]) : null;
      if (exact === null) general.push(form);
      else if (Number(exact[1]) === count) return [String(form[0]).slice(exact[0].length), ...form.slice(1)];
    }
    return general[run.rules.plural(count, general.length)] ?? [];
  };

  const node = (one: MessageNode, run: Run): string => {
    const { form } = run;
    if (typeof one === 'string') return safe(one, form);
    const inside = (nodes: MessageNodes) => inline(nodes, run);
    const asText = (nodes: MessageNodes) => inline(nodes, { ...run, form: 'plain' });
    switch (one.type) {
      case 'param':
        return param(run.params[one.index], one.index, run);
      case 'variable':
        return safe(settings.siteName, form);
      case 'plural':
        return inside(pluralForm(one.forms, counted(one.of, run), run));
      case 'gender':
        return inside(one.forms[run.rules.gender(asText(one.of), one.forms.length)] ?? []);
      case 'grammar':
        return safe(run.rules.grammar(one.form, asText(one.word)), form);
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
        const target = asText(one.target).replace(/^:/, '');
        const label = one.label === null ? safe(target, form) : inside(one.label);
        if (form === 'plain') return label;
        if (form === 'html') return `<a href="${escapeHtml(settings.linkUrl(target))}">${label}</a>`;
        return one.label === null ? `[[${target}]]` : `[[${target}|${label}]]`;
      }
      case 'external': {
        const url = asText(one.url);
        const label = inside(one.label);
        if (form === 'plain') return url === label ? url : `${label} (${url})`;
        if (form === 'wikitext') return `[${url} ${label}]`;
        return SAFE_URL.test(url) ? `<a href="${escapeHtml(url)}">${label}</a>` : label;
      }
    }
  };

  const inline = (nodes: MessageNodes, run: Run): string => {
    let out = '';
    for (const one of nodes) out += node(one, run);
    return out;
  };

  const render: Render = (message, language, form) => {
    const { key, params } = message;
    const showsKey = language === QQX && key !== LITERAL;
    const found = showsKey ? null : texts.find(key, language);
    const run = { params, language, rules: texts.rules(found?.language ?? 'en'), form };
    if (found === null) {
      if (!showsKey) return safe(`⧼${key}⧽`, form);
      const list = params.map((one, i) => param(one, i, run)).join(', ');
      return params.length === 0 ? `(${safe(key, form)})` : `(${safe(key, form)}: ${list})`;
    }
    return form === 'html' ? htmlBlocks(found.nodes, (nodes) => inline(nodes, run)) : inline(found.nodes, run);
  };
  return render;
}
