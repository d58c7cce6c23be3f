import { fallbackChain } from '../../i18n/index.ts';
import { availableLanguages, messageFolders, readMessages } from '../../i18n/message-files.ts';

let languages: ReadonlySet<string> | undefined;
const loaded = new Map<string, ReadonlyMap<string, string>>();

/** Unparsed texts of one language that has a file, by key; read once. */
function textsOf(language: string): ReadonlyMap<string, string> {
  let texts = loaded.get(language);
  if (texts === undefined) {
    texts = readMessages(messageFolders(), language);
    loaded.set(language, texts);
  }
  return texts;
}

/** Keys of all messages, sorted. Every message has an English text. */
export const messageKeys = (): readonly string[] => [...textsOf('en').keys()].sort();

/** The text of a message before anything in it is resolved, in the first language of the chain that has one; or null. */
export function messageText(key: string, language: string): string | null {
  languages ??= new Set(availableLanguages(messageFolders()));
  for (const code of fallbackChain(language)) {
    const text = languages.has(code) ? textsOf(code).get(key) : undefined;
    if (text !== undefined) return text;
  }
  return null;
}
