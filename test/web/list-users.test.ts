import { expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { useServer } from './support.ts';

const server = useServer();

test('accounts are listed by name with their groups, from a name on', async () => {
  const browser = new Browser(server());
  const all = await browser.open('/wiki/Special:ListUsers');
  expect(all.text).toMatch(/Alice.*Dora.*Sam administrator/);
  const some = await browser.open('/wiki/Special:ListUsers?from=Dora');
  expect(some.text).not.toContain('Alice');
  expect(some.text).toContain('Dora');
});

test('a long list goes on at the next name', async () => {
  for (let n = 100; n < 160; n++)
    await server().services.stores.users.create({ name: `User ${n}`, skeleton: null, registeredAt: 0 }, null);
  const browser = new Browser(server());
  const first = await browser.open('/wiki/Special:ListUsers?from=User');
  const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1] ?? '';
  const second = await browser.open(next);
  expect(second.text).toContain('User 150');
  expect(second.text).toContain('User 159');
  expect(second.text).not.toContain('User 149');
  expect(second.html).not.toContain('rel="next"');
});
