import type { SqliteDatabase } from './module.ts';

/**
 * Remembers everything that a database holds and returns what brings it back: for tests that begin again from the same
 * state. The copy is in memory; meant for small databases.
 */
export function takeSnapshot(database: SqliteDatabase): () => void {
  const tables = (
    database.prepare("select name from main.sqlite_master where type = 'table'").all() as { name: string }[]
  ).map(({ name }) => name);
  database.exec("attach ':memory:' as snapshot");
  for (const table of tables) database.exec(`create table snapshot."copy_${table}" as select * from main."${table}"`);
  const restore = [
    'begin',
    'pragma defer_foreign_keys = on',
    ...tables.map((table) => `delete from main."${table}"`),
    ...tables.map((table) => `insert into main."${table}" select * from snapshot."copy_${table}"`),
    'commit',
  ].join(';');
  return () => database.exec(restore);
}
