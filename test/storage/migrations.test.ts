import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateStores, migrationStatus, openStores } from '../../src/storage/open.ts';
import { schemaVersions } from '../../src/storage/sql/migrations/index.ts';
import { sqliteModule } from '../../src/storage/sqlite/module.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

test('a dry run names the missing steps and does none; then they are done once', async () => {
  const config = { driver: 'sqlite', file: join(folder, 'a.sqlite') } as const;
  expect(await migrateStores(config, { dryRun: true })).toEqual(schemaVersions);
  expect(await migrationStatus(config)).toEqual(schemaVersions.map((name) => ({ name, doneAt: null })));
  expect(await migrateStores(config)).toEqual(schemaVersions);
  expect(await migrateStores(config)).toEqual([]);
  for (const { doneAt } of await migrationStatus(config)) expect(Number.isNaN(Date.parse(doneAt ?? ''))).toBe(false);
});

test('a database of a newer program is refused with both versions, unchanged', async () => {
  const file = join(folder, 'newer.sqlite');
  const config = { driver: 'sqlite', file } as const;
  await migrateStores(config);
  const raw = new (sqliteModule().DatabaseSync)(file);
  raw.prepare('insert into kysely_migration values (?, ?)').run('9999-future', '2099-01-01T00:00:00Z');
  raw.close();
  for (const attempt of [() => openStores(config), () => migrationStatus(config), () => migrateStores(config)]) {
    const error = await attempt().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'newer-schema' });
    expect(String(error)).toContain('9999-future');
    expect(String(error)).toContain(schemaVersions.at(-1));
  }
});

test('a step that fails halfway leaves nothing behind', async () => {
  const file = join(folder, 'half.sqlite');
  const raw = new (sqliteModule().DatabaseSync)(file);
  raw.exec('create table mail_queue (x)');
  await expect(openStores({ driver: 'sqlite', file })).rejects.toThrow('mail_queue');
  const tables = raw.prepare("select name from sqlite_schema where type = 'table' and name = 'users'").all();
  expect(tables).toEqual([]);
  raw.exec('drop table mail_queue');
  raw.close();
  const { close } = await openStores({ driver: 'sqlite', file });
  await close();
});
