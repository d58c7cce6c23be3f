import { beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
  await site.account('Admin', ['sysop']);
  await site.account('Bob', ['bot']);
  await site.account('Carol');
  await site.account('Élise');
});

const ask = (more: Record<string, string>) => site.get(null, { action: 'query', list: 'allusers', ...more });
const names = async (more: Record<string, string>) =>
  (await ask(more)).query.allusers.map((user: { name: string }) => user.name);

test.each([
  [{}, ['Admin', 'Bob', 'Carol', 'Élise']],
  [{ aufrom: 'b', auto: 'C' }, ['Bob']],
  [{ audir: 'descending', aufrom: 'C' }, ['Bob', 'Admin']],
  [{ auprefix: 'é' }, ['Élise']],
  [{ augroup: 'sysop|bot' }, ['Admin', 'Bob']],
  [{ auexcludegroup: 'sysop' }, ['Bob', 'Carol', 'Élise']],
  [{ aurights: 'block' }, ['Admin']],
  [{ aurights: 'block', augroup: 'bot' }, ['Admin', 'Bob']],
  [{ aurights: 'read' }, []],
  [{ auwitheditsonly: '' }, []],
  [{ auactiveusers: '' }, []],
])('%j lists %j', async (more, expected) => {
  expect(await names(more as Record<string, string>)).toEqual(expected);
});

test('a page says where the next one begins', async () => {
  const first = await ask({ aulimit: '3' });
  expect(first.continue.aufrom).toBe('Élise');
  expect(await names({ aulimit: '3', ...first.continue })).toEqual(['Élise']);
});

test('a group cannot be asked for and excluded at once', async () => {
  expect((await ask({ augroup: 'sysop', auexcludegroup: 'bot' })).error.code).toBe('invalidparammix');
  expect((await ask({ aurights: 'block', auexcludegroup: 'bot' })).error.code).toBe('invalidparammix');
});
