import { type MessageNode, type MessageNodes, TAGS, type TagName } from './nodes.ts';

/** Where reading stops; `until` texts end the current level and are left for the caller. */
interface Level {
  readonly until: readonly string[];
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  private sees(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  private take(token: string): boolean {
    if (!this.sees(token)) return false;
    this.at += token.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  /** Tries to read a construct; goes back when it is not complete, so that its first character is plain text. */
  private attempt<T>(read: () => T | null): T | null {
    const start = this.at;
    const result = read();
    if (result === null) this.at = start;
    return result;
  }

  nodes(level: Level): MessageNodes {
    const out: MessageNode[] = [];
    let literal = '';
    while (this.at < this.text.length && !level.until.some((token) => this.sees(token))) {
      const node = this.construct(level);
      if (node === null) {
        literal += this.text[this.at];
        this.at++;
        continue;
      }
      if (literal !== '') out.push(literal);
      literal = '';
      out.push(node);
    }
    if (literal !== '') out.push(literal);
    return out;
  }

  private construct(level: Level): MessageNode | null {
    switch (this.text[this.at]) {
      case '$': {
        const found = this.match(/\$(\d+)/y);
        return found === null ? null : { type: 'param', index: Number(found[1]) - 1 };
      }
      case '{':
        return this.attempt(() => this.template());
      case '[':
        return this.attempt(() => this.link()) ?? this.attempt(() => this.external());
      case "'":
        return this.attempt(() => this.emphasis(level));
      case '<':
        return this.attempt(() => this.tag());
      default:
        return null;
    }
  }

  private template(): MessageNode | null {
    if (!this.take('{{')) return null;
    const name = this.match(/[A-Za-z]+/y)?.[0].toUpperCase();
    if (name === 'SITENAME') return this.take('}}') ? { type: 'variable', name } : null;
    if (!this.take(':')) return null;
    const parts = [this.nodes({ until: ['|', '}}'] })];
    while (this.take('|')) parts.push(this.nodes({ until: ['|', '}}'] }));
    if (!this.take('}}')) return null;
    const [first = [], ...forms] = parts;
    if (name === 'PLURAL') return { type: 'plural', of: first, forms };
    if (name === 'GENDER') return { type: 'gender', of: first, forms };
    if (name === 'GRAMMAR') return { type: 'grammar', form: String(first[0] ?? ''), word: forms[0] ?? [] };
    return null;
  }

  private link(): MessageNode | null {
    if (!this.take('[[')) return null;
    const target = this.nodes({ until: ['|', ']]', '\n'] });
    const label = this.take('|') ? this.nodes({ until: [']]', '\n'] }) : null;
    return this.take(']]') && target.length > 0 ? { type: 'link', target, label } : null;
  }

  private external(): MessageNode | null {
    if (!this.take('[') || !(this.sees('$') || this.match(/(?=https?:\/\/|mailto:|\/)/y) !== null)) return null;
    const url = this.nodes({ until: [' ', ']', '\n'] });
    if (!this.take(' ')) return null;
    const label = this.nodes({ until: [']', '\n'] });
    return this.take(']') ? { type: 'external', url, label } : null;
  }

  private emphasis(level: Level): MessageNode | null {
    const mark = this.sees("'''") ? "'''" : "''";
    if (!this.take(mark)) return null;
    const children = this.nodes({ until: [mark, '\n', ...level.until] });
    return this.take(mark) ? { type: mark === "'''" ? 'bold' : 'italic', children } : null;
  }

  private tag(): MessageNode | null {
    const name = this.match(/<([a-z]+)>/y)?.[1] as TagName | undefined;
    if (name === undefined || !TAGS.includes(name)) return null;
    const end = `</${name}>`;
    const children = this.nodes({ until: [end] });
    return this.take(end) ? { type: 'tag', name, children } : null;
  }
}

/**
 * Reads the text of a message: parameters, `{{PLURAL:}}`, `{{GENDER:}}`, `{{GRAMMAR:}}`, `{{SITENAME}}`, `[[links]]`,
 * `[https://example.org external links]`, `''`, `'''` and a few tags. Whatever is not complete is plain text. Only the
 * text of the message is read like this, never its parameters.
 */
export const parseMessage = (text: string): MessageNodes => new Reader(text).nodes({ until: [] });
