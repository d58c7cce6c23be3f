import type { UserOptionStore } from '../ports/index.ts';
import { inTransaction, type SqlContext } from './context.ts';

/** Preferences in SQL. */
export const sqlUserOptionStore = (context: SqlContext): UserOptionStore => {
  const { db, dialect } = context;
  return {
    async get(userId) {
      const rows = await db
        .selectFrom('user_options')
        .select(['name', 'value'])
        .where('user_id', '=', userId)
        .orderBy('name')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.name, row.value]));
    },

    async set(userId, changes) {
      const entries = Object.entries(changes);
      if (entries.length === 0) return;
      await inTransaction(context, async (trx) => {
        for (const [name, value] of entries) {
          if (value === null) {
            await trx.deleteFrom('user_options').where('user_id', '=', userId).where('name', '=', name).execute();
          } else {
            await dialect.upsert(trx, 'user_options', ['user_id', 'name'], { user_id: userId, name, value });
          }
        }
      });
    },

    async clear(userId) {
      await db.deleteFrom('user_options').where('user_id', '=', userId).execute();
    },
  };
};
