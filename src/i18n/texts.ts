import { fallbackChain, type LanguageRules, languageRules } from './language-rules.ts';
import { availableLanguages, messageFolders, readMessages } from './message-files.ts';
import type { MessageNodes } from './nodes.ts';
import { parseMessage } from './parse.ts';

/** A parsed text with the language it is written in. */
export interface FoundText {
  readonly nodes: MessageNodes;
  readonly language: string;
}

/** Looks up parsed texts by key and language. */
export interface Texts {
  /** Null when no language of the chain has the key. */
  find(key: string, language: string): FoundText | null;
  rules(language: string): LanguageRules;
  readonly languages: readonly string[];
  has(key: string): boolean;
  /** All keys in alphabetical order. */
  readonly keys: readonly string[];
  /** The unparsed text; null when no language of the chain has the key. */
  source(key: string, language: string): string | null;
}

/** How many texts that are their own key, and how many languages without a file, are remembered. */
const LIMIT = 300;

/** Texts that do not stand in the files, by language and key. `qqq` explains them and is no language. */
export type ExtraTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Keys of the message files. */
export const ownKeys = (): ReadonlySet<string> => new Set(readMessages(messageFolders(), 'en').keys());

/** Opens the message files: English at once, others when first asked for. */
export function openTexts(extra: ExtraTexts = {}): Texts {
  const folders = messageFolders();
  const added = Object.keys(extra).filter((language) => language !== 'qqq');
  const languages = [...new Set([...availableLanguages(folders), ...added])].sort();
  const loaded = new Map<string, ReadonlyMap<string, string>>();
  const parsed = new Map<string, Map<string, FoundText>>();
  const chains = new Map<string, readonly string[]>();
  const rules = new Map<string, LanguageRules>();
  const raw = new Map<string, FoundText>();

  const textsOf = (language: string): ReadonlyMap<string, string> => {
    let texts = loaded.get(language);
    if (texts === undefined) {
      texts = new Map([...Object.entries(extra[language] ?? {}), ...readMessages(folders, language)]);
      loaded.set(language, texts);
    }
    return texts;
  };
  const english = textsOf('en');

  /** Only languages that have a file, so that a made-up code costs no more than a look-up. */
  const chainOf = (language: string): readonly string[] => {
    let chain = chains.get(language);
    if (chain === undefined) {
      chain = fallbackChain(language).filter((code) => languages.includes(code));
      if (chains.size >= LIMIT) chains.clear();
      chains.set(language, chain);
    }
    return chain;
  };

  /** A key with parameters in it that is no key of the files is a text itself, e.g. a list of several messages. */
  const rawText = (key: string): FoundText | null => {
    if (!/\$\d/.test(key)) return null;
    let found = raw.get(key);
    if (found === undefined) {
      found = { nodes: parseMessage(key), language: 'en' };
      if (raw.size >= LIMIT) raw.clear();
      raw.set(key, found);
    }
    return found;
  };

  return {
    languages,
    has: (key) => english.has(key),
    keys: [...english.keys()].sort(),
    source(key, language) {
      for (const code of chainOf(language)) {
        const text = textsOf(code).get(key);
        if (text !== undefined) return text;
      }
      return null;
    },
    rules(language) {
      let found = rules.get(language);
      if (found === undefined) {
        found = languageRules(language);
        if (rules.size >= LIMIT) rules.clear();
        rules.set(language, found);
      }
      return found;
    },
    find(key, language) {
      for (const code of chainOf(language)) {
        let known = parsed.get(code);
        if (known === undefined) {
          known = new Map();
          parsed.set(code, known);
        }
        const hit = known.get(key);
        if (hit !== undefined) return hit;
        const text = textsOf(code).get(key);
        if (text === undefined) continue;
        const found = { nodes: parseMessage(text), language: code };
        known.set(key, found);
        return found;
      }
      return rawText(key);
    },
  };
}
