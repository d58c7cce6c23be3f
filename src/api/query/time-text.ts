import { isoTime } from '../../base/time.ts';

/** An end as the wire has it: a time, or the given word for "never". */
export const expiryText = (expiresAt: number | null, never: 'infinity' | 'infinite'): string =>
  expiresAt === null ? never : isoTime(expiresAt);

interface Writers {
  readonly isEnglish: boolean;
  readonly time: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
}

/** Making a writer costs as much as a whole request; languages come from requests, so only so many are kept. */
const LIMIT = 100;
const made = new Map<string, Writers>();

/** A code may be anything: what `Intl` does not take, or does not know, is English. */
function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}

function writersFor(language: string, timeZone: string): Writers {
  const key = `${language} ${timeZone}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  const locale = isKnown(language) ? language : 'en';
  const isEnglish = locale === 'en' || locale.startsWith('en-');
  const style = isEnglish ? 'en-GB' : locale;
  const writers = {
    isEnglish,
    time: new Intl.DateTimeFormat(style, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
    date: new Intl.DateTimeFormat(style, { dateStyle: 'long', timeZone }),
  };
  if (made.size >= LIMIT) made.clear();
  made.set(key, writers);
  return writers;
}

/**
 * A time for people, like `13:07, 20 November 2026`, in a language and time zone. Languages other than English have the
 * order of the Unicode locale data.
 */
export function timeForPeople(ms: number, language: string, timeZone: string): string {
  const { isEnglish, time, date } = writersFor(language, timeZone);
  return isEnglish ? `${time.format(ms)}, ${date.format(ms)}` : `${date.format(ms)}, ${time.format(ms)}`;
}
