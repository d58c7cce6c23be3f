import type { WireAnswer } from './connection.ts';

/** The cookies of one client. */
export class Jar {
  readonly cookies = new Map<string, string>();

  /** The `Cookie` header; null when there is none. */
  header(): string | null {
    if (this.cookies.size === 0) return null;
    let text = '';
    for (const [name, value] of this.cookies) text += `${text === '' ? '' : '; '}${name}=${value}`;
    return text;
  }

  /** Takes over what an answer sets and deletes. */
  take(answer: WireAnswer): void {
    for (const line of answer.headers.get('set-cookie') ?? []) {
      const [pair = ''] = line.split(';', 1);
      const equals = pair.indexOf('=');
      const name = pair.slice(0, equals);
      if (/;\s*max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(equals + 1));
    }
  }
}
