import { expect, test } from 'vitest';
import { migrate } from '../../src/storage/sql/migrate.ts';
import { inReadingOrder } from '../../src/storage/sql/paging.ts';
import { connectSqlite } from '../../src/storage/sqlite/open-sqlite.ts';

test('pages of the log come from an index without sorting, whatever selects them', async () => {
  const context = connectSqlite({ memory: true });
  await migrate(context.db, context.dialect);
  const page = { limit: 50, continueFrom: { at: 5, id: 7 } };
  const all = () => inReadingOrder(context.db.selectFrom('log').selectAll(), page);
  const queries = [
    all(),
    all().where('type', '=', 'block'),
    all().where('actor_id', '=', 1),
    all().where('actor_name', '=', 'Alice'),
    all().where('title', '=', 'User:Alice'),
  ];
  for (const query of queries) {
    const { sql, parameters } = query.compile();
    const statement = context.database.prepare(`explain query plan ${sql}`);
    const plan = statement.all(...parameters) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('; ');
    expect(details).toMatch(/^SEARCH log USING INDEX/);
    expect(details).not.toContain('TEMP B-TREE');
  }
  await context.close();
});
