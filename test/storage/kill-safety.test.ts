import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { compiledStorage, startChild } from './child.ts';
import { temporaryFolder } from './temporary-folder.ts';

const file = join(temporaryFolder(), 'latchkey.sqlite');
const storage = compiledStorage();

const program = `
  const { openStores } = await import(${JSON.stringify(storage)});
  const { stores } = await openStores({ driver: 'sqlite', file: ${JSON.stringify(file)} });
  const log = (name) => ({ type: 'newusers', action: 'create', actor: null, title: 'User:' + name, namespace: 2, comment: '', params: {}, at: 1 });
  for (let i = 0; ; i++) {
    const name = process.pid + '-' + i;
    const made = await stores.users.create({ name, skeleton: null, registeredAt: 1,
      groups: [{ group: 'bot', expiresAt: null }], options: { a: '1' } }, log(name));
    console.log(made.name);
  }`;

test('a process killed while it makes accounts loses none that it acknowledged and leaves none half made', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const child = startChild(program);
    for (let i = 0; i < 40 + round * 7; i++) acknowledged.push((await child.line()) ?? 'nothing');
    await child.kill();
  }

  const stores = await openSqlite({ file });
  const users = await stores.users.list({ limit: 100_000 });
  const names = new Set(users.map(({ name }) => name));
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);

  const logged = new Set((await stores.log.list({ limit: 100_000 })).map(({ title }) => title));
  expect(logged.size).toBe(users.length);
  expect(users.filter((user) => user.groups.length !== 1 || !logged.has(`User:${user.name}`))).toEqual([]);
  for (const { id } of users) expect(await stores.options.get(id)).toEqual({ a: '1' });
  await stores.close();
});
