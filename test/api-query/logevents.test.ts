import { beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
  await site.account('Admin', ['sysop', 'bureaucrat']);
  await site.account('Bob');
  await site.account('Bobby');
  await site.post('Admin', { action: 'block', user: 'Bob', expiry: '1 day', reason: 'See [[Help:X|this]] <b>' });
  await site.post('Admin', { action: 'userrights', user: 'Bob', add: 'bot' });
  await site.post('Admin', { action: 'block', user: 'Bobby' });
  await site.post('Admin', { action: 'unblock', user: 'Bob' });
});

const ask = (more: Record<string, string>) => site.get(null, { action: 'query', list: 'logevents', ...more });
const titles = async (more: Record<string, string>) =>
  (await ask({ leprop: 'title|type', ...more })).query.logevents.map(
    (entry: { title: string; action: string }) => `${entry.action} ${entry.title}`,
  );

test('leaction wins over letype', async () => {
  expect(await titles({ leaction: 'block/unblock', letype: 'rights' })).toEqual(['unblock User:Bob']);
});

test('a title and a prefix find what they name', async () => {
  expect(await titles({ letitle: 'user:bob#x', letype: 'block' })).toEqual(['unblock User:Bob', 'block User:Bob']);
  expect(await titles({ leprefix: 'User:Bobb' })).toEqual(['block User:Bobby']);
  expect(await titles({ letitle: 'Bob' })).toEqual([]);
});

test('entries of one second are continued by their numbers', async () => {
  const seen: number[] = [];
  let more: Record<string, string> = {};
  for (let pages = 0; pages < 9; pages++) {
    const answer = await ask({ lelimit: '1', leprop: 'ids', ...more });
    seen.push(...answer.query.logevents.map((entry: { logid: number }) => entry.logid));
    if (!answer.continue) break;
    expect(answer.continue.lecontinue).toMatch(/^\d{14}\|\d+$/);
    more = answer.continue;
  }
  expect(seen).toEqual([4, 3, 2, 1]);
});

test('a second that is named counts as a whole', async () => {
  site.later(1500);
  await site.post('Admin', { action: 'block', user: '192.0.2.9' });
  expect(await titles({ lestart: '2026-01-02T03:04:06Z', lelimit: '1' })).toEqual(['block User:192.0.2.9']);
  expect(await titles({ lestart: '2026-01-02T03:04:06Z', ledir: 'newer' })).toEqual(['block User:192.0.2.9']);
});

test('a comment shows links and no markup of its own', async () => {
  const { logevents } = (await ask({ leaction: 'block/block', letitle: 'User:Bob', leprop: 'parsedcomment' })).query;
  expect(logevents[0].parsedcomment).toBe('See <a href="/wiki/Help:X" title="Help:X">this</a> &lt;b&gt;');
});

test.each([
  [{ leaction: 'newusers/nonsense' }, 'unknown_leaction'],
  [{ leaction: 'constructor/x' }, 'unknown_leaction'],
  [{ letitle: 'a<b' }, 'invalidtitle'],
  [{ lecontinue: '2026|x' }, 'badcontinue'],
  [{ letitle: 'A', leprefix: 'B' }, 'invalidparammix'],
])('%j is the error %s', async (more, code) => {
  expect((await ask(more as Record<string, string>)).error.code).toBe(code);
});

test('changed groups are told with their ends', async () => {
  const xml = await site.text(null, {
    action: 'query',
    list: 'logevents',
    letype: 'rights',
    leprop: 'details',
    format: 'xml',
  });
  expect(xml).toContain(
    '<params><oldgroups /><newgroups><g>bot</g></newgroups><oldmetadata />' +
      '<newmetadata><g group="bot" expiry="infinity" /></newmetadata></params>',
  );
});
