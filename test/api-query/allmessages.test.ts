import { expect, test } from 'vitest';
import { openSite } from './support.ts';

const ask = (more: Record<string, string>) => ({ action: 'query', meta: 'allmessages', ...more });

test('texts come with or without their plurals resolved', async () => {
  const site = await openSite();
  const raw = await site.get(null, ask({ ammessages: 'passwordtooshort|Nope x', amargs: '5' }));
  expect(raw.query.allmessages[0].content).toContain('{{PLURAL:5|');
  expect(raw.query.allmessages[1]).toEqual({ name: 'Nope x', normalizedname: 'nope_x', missing: true });
  const parsed = await site.get(null, ask({ ammessages: 'passwordtooshort', amargs: '5', amenableparser: '' }));
  expect(parsed.query.allmessages[0].content).toMatch(/5 \w+s/);
});

test('prefix, filter and bounds cut the list down', async () => {
  const site = await openSite();
  const names = async (more: Record<string, string>) =>
    (await site.get(null, ask({ amnocontent: '', ...more }))).query.allmessages.map((m: { name: string }) => m.name);
  const all = await names({});
  expect(all).toEqual([...all].sort());
  expect(await names({ amprefix: 'ipb_' })).toEqual(all.filter((name: string) => name.startsWith('ipb_')));
  expect(await names({ amfrom: 'noname', amto: 'noname' })).toEqual(['noname']);
  expect(await names({ ammessages: 'noname', amcustomised: 'modified' })).toEqual([]);
});

test('a language code that could break a page is refused', async () => {
  const site = await openSite();
  expect((await site.get(null, ask({ amlang: '<' }))).error.code).toBe('invalidlang');
});
