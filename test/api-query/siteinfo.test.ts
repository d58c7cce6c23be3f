import { expect, test } from 'vitest';
import { siteinfo } from '../../src/api/query/siteinfo.ts';
import { openSite } from './support.ts';

const ask = (siprop: string, more: Record<string, string> = {}) => ({
  action: 'query',
  meta: 'siteinfo',
  siprop,
  ...more,
});

test('every property that is listed is served', async () => {
  const site = await openSite();
  const { params } = siteinfo;
  const listed = typeof params === 'function' ? [] : params.prop.values;
  const answer = await site.get(null, ask(listed.join('|')));
  expect(Object.keys(answer.query)).toEqual(listed);
  expect(answer).not.toHaveProperty('warnings');
});

test('general says what the configuration says', async () => {
  const site = await openSite({ site: { name: 'My Wiki', wikiId: 'mine', language: 'de', timezone: 'Asia/Kolkata' } });
  const { general } = (await site.get(null, ask('general'))).query;
  expect(general).toMatchObject({
    sitename: 'My Wiki',
    wikiid: 'mine',
    lang: 'de',
    timezone: 'Asia/Kolkata',
    timeoffset: 330,
  });
  expect(general.fallback).toEqual([{ code: 'en' }]);
  expect(general.generator).toMatch(/^MediaWiki 1\.39\.\d+$/);
});

test('pywikibot needs objects and mwclient arrays', async () => {
  const site = await openSite();
  const v2 = (await site.get(null, ask('general'))).query.general;
  expect(v2.thumblimits).toMatchObject({ 0: 120 });
  expect(Array.isArray(v2.thumblimits)).toBe(false);
  expect(v2.magiclinks).toEqual({ ISBN: false, PMID: false, RFC: false });
  const v1 = (await site.get(null, ask('general', { formatversion: '1' }))).query.general;
  expect(v1.thumblimits).toEqual([120, 150, 180, 200, 250, 300]);
  expect(v1.magiclinks).toEqual([]);
  expect(v1.variantarticlepath).toBe(false);
});

test('members of groups are counted when asked, and only those whose membership holds', async () => {
  const site = await openSite();
  await site.account('Alice', ['bot']);
  await site.account('Bob', [], { groups: [{ group: 'bot', expiresAt: 1 }] });
  const { usergroups } = (await site.get(null, ask('usergroups', { sinumberingroup: '' }))).query;
  const numbers = Object.fromEntries(usergroups.map((g: { name: string; number?: number }) => [g.name, g.number]));
  expect(numbers).toMatchObject({ user: 2, bot: 1, sysop: 0 });
  expect(numbers['*']).toBeUndefined();
});

test('the project namespace has its configured name', async () => {
  const site = await openSite({ site: { metaNamespace: 'Test_Wiki' } });
  const { namespaces } = (await site.get(null, ask('namespaces'))).query;
  expect(namespaces[4]).toMatchObject({ name: 'Test Wiki', canonical: 'Project' });
});
