import type { FactorStore } from '../ports/index.ts';
import { affected, type SqlContext } from './context.ts';

/** Second factors in SQL. */
export const sqlFactorStore = ({ db }: SqlContext): FactorStore => ({
  async list(userId, kind) {
    let rows = db.selectFrom('factors').selectAll().where('user_id', '=', userId);
    if (kind !== undefined) rows = rows.where('kind', '=', kind);
    return (await rows.orderBy('id').execute()).map((row) => ({
      id: row.id,
      userId: row.user_id,
      kind: row.kind,
      name: row.name,
      data: row.data,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
    }));
  },

  async add(factor) {
    const { id } = await db
      .insertInto('factors')
      .values({
        user_id: factor.userId,
        kind: factor.kind,
        name: factor.name,
        data: factor.data,
        created_at: factor.createdAt,
        last_used_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  },

  async update(id, expected, data, usedAt) {
    const changed = await db
      .updateTable('factors')
      .set({ data, last_used_at: usedAt })
      .where('id', '=', id)
      .where('data', '=', expected)
      .executeTakeFirst();
    return affected(changed) > 0;
  },

  async remove(userId, kind, id) {
    let gone = db.deleteFrom('factors').where('user_id', '=', userId).where('kind', '=', kind);
    if (id !== undefined) gone = gone.where('id', '=', id);
    return affected(await gone.executeTakeFirst());
  },
});
