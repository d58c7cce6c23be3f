import type { MwMap } from './mw-map.ts';

/** One text of the interface: the part of MediaWiki's `mw.Message` without markup. */
export interface MwMessage {
  exists(): boolean;
  /** With `$1`, `$2`, … replaced; the key in angle brackets where there is no such text. */
  text(): string;
  plain(): string;
  /** The same as markup that shows it. */
  escaped(): string;
  toString(): string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** Makes the message of a key from the texts that have been loaded. */
export function createMessage(texts: MwMap, key: string, params: readonly unknown[]): MwMessage {
  const exists = (): boolean => texts.exists(key);
  const text = (): string =>
    exists()
      ? String(texts.get(key)).replace(/\$(\d+)/g, (whole, number: string) =>
          String(params[Number(number) - 1] ?? whole),
        )
      : `⧼${key}⧽`;
  const escaped = (): string => text().replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
  return { exists, text, plain: text, escaped, toString: text };
}
