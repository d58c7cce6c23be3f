import { isoTime } from '../../base/time.ts';

/** An end as the wire has it: a time, or the given word for "never". */
export const expiryText = (expiresAt: number | null, never: 'infinity' | 'infinite'): string =>
  expiresAt === null ? never : isoTime(expiresAt);

/**
 * A time for people, like `13:07, 20 November 2026`, in a language and time zone. Languages other than English have the
 * order of the Unicode locale data.
 */
export function timeForPeople(ms: number, language: string, timeZone: string): string {
  const locale = Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0 ? language : 'en';
  const english = locale === 'en' || locale.startsWith('en-');
  const style = english ? 'en-GB' : locale;
  const time = new Intl.DateTimeFormat(style, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const date = new Intl.DateTimeFormat(style, { dateStyle: 'long', timeZone });
  return english ? `${time.format(ms)}, ${date.format(ms)}` : `${date.format(ms)}, ${time.format(ms)}`;
}
