import { beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
  await site.account('Admin', ['sysop']);
  await site.account('Bob');
  for (const [user, expiry] of [
    ['Bob', 'never'],
    ['192.0.2.1', '1 day'],
    ['192.0.2.0/24', 'never'],
    ['192.0.0.0/16', '1 day'],
  ] as const) {
    await site.post('Admin', { action: 'block', user, expiry });
    site.later(1000);
  }
});

const list = async (more: Record<string, string>) => {
  const answer = await site.get(null, { action: 'query', list: 'blocks', bkprop: 'user', ...more });
  return answer.error?.code ?? answer.query.blocks.map((block: { user: string }) => block.user);
};

test.each([
  ['account', ['Bob']],
  ['!account', ['192.0.0.0/16', '192.0.2.0/24', '192.0.2.1']],
  ['ip', ['192.0.2.1']],
  ['range|!temp', ['192.0.2.0/24']],
  ['!ip|!account|temp', ['192.0.0.0/16']],
])('bkshow=%s', async (bkshow, users) => {
  expect(await list({ bkshow })).toEqual(users);
});

test('contradictions and bad addresses are errors', async () => {
  expect(await list({ bkshow: 'ip|!ip' })).toBe('show');
  expect(await list({ bkip: 'x' })).toBe('param_ip');
  expect(await list({ bkip: '10.0.0.0/8' })).toBe('cidrtoobroad');
  expect(await list({ bkip: '192.0.2.1', bkusers: 'Bob' })).toBe('invalidparammix');
});

test('an address is found by every block that covers it, a range only by those that cover all of it', async () => {
  expect(await list({ bkip: '192.0.2.1' })).toEqual(['192.0.0.0/16', '192.0.2.0/24', '192.0.2.1']);
  expect(await list({ bkip: '192.0.2.0/25' })).toEqual(['192.0.0.0/16', '192.0.2.0/24']);
  expect(await list({ bkip: '192.0.2.0/23' })).toEqual(['192.0.0.0/16']);
});

test('pages follow each other without gap or overlap, also with a filter', async () => {
  for (const filter of [{}, { bkshow: '!account' }] as Record<string, string>[]) {
    const all = await list(filter);
    const seen: string[] = [];
    let more: Record<string, string> = {};
    for (;;) {
      const answer = await site.get(null, {
        action: 'query',
        list: 'blocks',
        bkprop: 'user',
        bklimit: '1',
        ...filter,
        ...more,
      });
      seen.push(...answer.query.blocks.map((block: { user: string }) => block.user));
      if (!answer.continue) break;
      more = answer.continue;
    }
    expect(seen).toEqual(all);
  }
});

test('a page goes on although the block it should begin with was lifted', async () => {
  const first = await site.get(null, { action: 'query', list: 'blocks', bkprop: 'user', bklimit: '1' });
  await site.post('Admin', { action: 'unblock', user: '192.0.2.0/24' });
  expect(await list({ ...first.continue, bklimit: '5' })).toEqual(['192.0.2.1', 'Bob']);
});
