import { expect, test } from 'vitest';
import { languageCodes, languageNames } from '../../src/accounts/language-codes.ts';
import { openSite } from './support.ts';

test('every language can name languages, itself too', () => {
  for (const code of languageCodes) {
    expect(languageNames(code)('de'), code).not.toBe('');
    expect(languageNames(null)(code), code).not.toBe('');
  }
});

test('languages are named in the one that is asked for, or each in itself', async () => {
  const site = await openSite();
  const german = async (siinlanguagecode: string) => {
    const answer = await site.get(null, { action: 'query', meta: 'siteinfo', siprop: 'languages', siinlanguagecode });
    return answer.query.languages.find((language: { code: string }) => language.code === 'de').name;
  };
  expect(await german('en')).toBe('German');
  expect(await german('<x>')).toBe('Deutsch');
});
