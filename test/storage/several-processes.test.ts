import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStores } from '../../src/storage/open.ts';
import { compiledStorage, startChild } from './child.ts';
import { temporaryFolder } from './temporary-folder.ts';

const file = join(temporaryFolder(), 'latchkey.sqlite');
const storage = compiledStorage();

const program = `
  const { openStores } = await import(${JSON.stringify(storage)});
  const { stores, volatile, close } = await openStores({ driver: 'sqlite', file: ${JSON.stringify(file)} });
  const tallies = { made: 0, taken: 0 };
  for (let i = 0; i < 60; i++) {
    const made = await stores.users.create({ name: 'User ' + i, skeleton: null, registeredAt: 1 }, null);
    if ('id' in made) tallies.made++;
    if (await volatile.add('once:' + i, 'x', 1e6)) tallies.taken++;
    await volatile.increment('count:all', 1e6);
  }
  await close();
  console.log(JSON.stringify(tallies));`;

test('processes that open a new file at the same time share it without failing or doing a thing twice', async () => {
  const children = Array.from({ length: 3 }, () => startChild(program));
  const answers = await Promise.all(children.map((child) => child.line()));
  const tallies = answers.map((line) => JSON.parse(line ?? 'null') as { made: number; taken: number });
  expect(tallies.reduce((sum, { made }) => sum + made, 0)).toBe(60);
  expect(tallies.reduce((sum, { taken }) => sum + taken, 0)).toBe(60);

  const { stores, volatile, close } = await openStores({ driver: 'sqlite', file });
  expect(await stores.users.count()).toBe(60);
  expect(await volatile.get('count:all')).toBe('180');
  await close();
});
