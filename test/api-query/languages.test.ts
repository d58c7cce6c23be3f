import { expect, test } from 'vitest';
import { languageCodes } from '../../src/accounts/language-codes.ts';
import { openSite } from './support.ts';

test('every language can name every other, and an unknown one names each in itself', async () => {
  const site = await openSite();
  const named = async (siinlanguagecode: string) => {
    const answer = await site.get(null, { action: 'query', meta: 'siteinfo', siprop: 'languages', siinlanguagecode });
    return new Map(answer.query.languages.map((l: { code: string; name: string }) => [l.code, l.name]));
  };
  for (const code of languageCodes) expect((await named(code)).size, code).toBe(languageCodes.length);
  expect((await named('en')).get('de')).toBe('German');
  expect((await named('<x>')).get('de')).toBe('Deutsch');
});
