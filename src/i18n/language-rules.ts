import Banana from 'banana-i18n';

interface Rules {
  getFallbackLocales(): string[];
  i18n(text: string, ...params: unknown[]): string;
}

// The package's declarations do not resolve under Node's rules, so its shape is said here.
const BananaRules = Banana as unknown as new (locale: string) => Rules;

/** banana-i18n looks codes up in plain objects, so `constructor` and its like, which requests may hold, would break it. */
const openBanana = (code: string): Rules => new BananaRules(code in Object.prototype ? 'en' : code);

/** banana-i18n gives codes to `Intl`, which throws for those that do not have its form: `1`, but also `map-bms`. */
const forIntl = (code: string): string => {
  try {
    Intl.getCanonicalLocales(code);
    return code;
  } catch {
    return 'en';
  }
};

/** What a language does with numbers, genders and cases. */
export interface LanguageRules {
  /** Which of `forms` forms belongs to a number. */
  plural(count: number, forms: number): number;
  /** Which of `forms` forms belongs to `male`, `female` or anything else. */
  gender(gender: string, forms: number): number;
  grammar(form: string, word: string): string;
  /** A number in the digits and grouping of the language. */
  number(value: number): string;
}

/** Languages in which a text is looked for, in MediaWiki's order; the last is `en`. */
export function fallbackChain(language: string): readonly string[] {
  const code = language.toLowerCase();
  const base = code.split('-')[0] ?? code;
  const chain = [code, ...openBanana(code).getFallbackLocales()];
  // A variant that MediaWiki does not know is still read by people who know its main language.
  if (chain.length === 2 && base !== code) chain.splice(1, 0, ...fallbackChain(base).slice(0, -1));
  return [...new Set(chain)];
}

/** MediaWiki's idea of a language code: anything that cannot break a page or a path. */
export const isValidLanguageCode = (code: string): boolean =>
  code.length > 0 && code.length <= 64 && !/[:/\\&<>'"#[\]|{}\s\u0000-\u001F\u007F]/.test(code);

const MEMO_LIMIT = 2000;

const numberFormat = (language: string): Intl.NumberFormat => {
  try {
    return new Intl.NumberFormat(language);
  } catch {
    return new Intl.NumberFormat('en');
  }
};

/** The rules of one language (banana-i18n's), remembered so that rendering stays cheap. */
export function languageRules(language: string): LanguageRules {
  const banana = openBanana(forIntl(language));
  const format = numberFormat(language);
  const memo = new Map<string, number>();

  const choose = (template: 'PLURAL' | 'GENDER', value: string | number, forms: number): number => {
    if (forms < 2) return 0;
    const key = `${template}${forms}:${value}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const indexes = Array.from({ length: forms }, (_, i) => `f${i}`).join('|');
    const chosen = Number(banana.i18n(`{{${template}:$1|${indexes}}}`, value).slice(1)) || 0;
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(key, chosen);
    return chosen;
  };

  return {
    plural: (count, forms) => choose('PLURAL', count, forms),
    gender: (gender, forms) => choose('GENDER', gender, forms),
    grammar: (form, word) => banana.i18n(`{{GRAMMAR:${form}|$1}}`, word),
    number: (value) => format.format(value),
  };
}
