import type { RememberedLoginStore } from '../ports/index.ts';
import { affected, type SqlContext } from './context.ts';

/** Logins that outlive their session, in SQL. */
export const sqlRememberedLoginStore = ({ db }: SqlContext): RememberedLoginStore => ({
  async add(login) {
    await db
      .insertInto('remembered_logins')
      .values({
        user_id: login.userId,
        hash: login.hash,
        created_at: login.createdAt,
        last_used_at: login.lastUsedAt,
        expires_at: login.expiresAt,
      })
      .execute();
  },

  async find(userId, hash, now) {
    const row = await db
      .selectFrom('remembered_logins')
      .selectAll()
      .where('user_id', '=', userId)
      .where('hash', '=', hash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (!row) return null;
    return {
      userId: row.user_id,
      hash: row.hash,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      expiresAt: row.expires_at,
    };
  },

  async used(userId, hash, at, expiresAt) {
    await db
      .updateTable('remembered_logins')
      .set({ last_used_at: at, expires_at: expiresAt })
      .where('user_id', '=', userId)
      .where('hash', '=', hash)
      .execute();
  },

  async remove(userId, hash) {
    let gone = db.deleteFrom('remembered_logins').where('user_id', '=', userId);
    if (hash !== undefined) gone = gone.where('hash', '=', hash);
    return affected(await gone.executeTakeFirst());
  },

  async sweep(now) {
    return affected(await db.deleteFrom('remembered_logins').where('expires_at', '<=', now).executeTakeFirst());
  },
});
