import { isLanguageCode } from '../accounts/language-codes.ts';
import type { Services } from '../auth/services.ts';
import type { UserRecord } from '../storage/ports/index.ts';

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(
  (
    'aeb aeb-arab ar arc arq ary arz azb bcc bgn bqi ckb dv fa glk he kk-arab kk-cn khw ks ks-arab ku-arab lki lrc ' +
    'luz ms-arab mzn nqo pnb ps sd sdh skr skr-arab syl ug ug-arab ur yi'
  ).split(' '),
);

/** How a page in this language runs. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

/** The languages of an `Accept-Language` header, most wanted first. */
function accepted(header: string | undefined): string[] {
  const parts = (header ?? '')
    .slice(0, 1000)
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [code = '', ...settings] = part.split(';').map((text) => text.trim());
      const quality = settings.find((text) => text.startsWith('q='));
      return { code, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    });
  return parts
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ code }) => code);
}

/**
 * The language of a page: what `uselang` asks for, else the account's own choice, else for visitors the first of the
 * browser's languages that there are texts in, else the site's.
 */
export async function chooseLanguage(
  { config, stores, messages }: Services,
  user: UserRecord | null,
  uselang: string | null,
  acceptLanguage: string | undefined,
): Promise<string> {
  if (uselang !== null && isLanguageCode(uselang.toLowerCase())) return uselang.toLowerCase();
  if (user) return (await stores.options.get(user.id)).language ?? config.site.language;
  const known = messages.languages();
  for (const code of accepted(acceptLanguage)) {
    const found = [code, code.split('-')[0] ?? ''].find((candidate) => known.includes(candidate));
    if (found !== undefined) return found;
  }
  return config.site.language;
}
