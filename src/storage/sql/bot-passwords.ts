import type { Selectable } from 'kysely';
import type { BotPassword, BotPasswordStore } from '../ports/index.ts';
import { affected, type SqlContext } from './context.ts';
import { prepared } from './prepared.ts';
import type { BotPasswordsTable } from './tables.ts';

/** A use within this time of the last one is not written: a busy bot would cost a disk write at each sign-in. */
const coarseness = 60_000;

/** Bot passwords in SQL. */
export const sqlBotPasswordStore = ({ db, dialect }: SqlContext): BotPasswordStore => {
  const get = prepared<Selectable<BotPasswordsTable>>(() =>
    db.selectFrom('bot_passwords').selectAll().where('user_id', '=', 0).where('app_id', '=', ''),
  );

  return {
    async get(userId, appId) {
      const row = (await get(db, [userId, appId]))[0];
      return row ? botPasswordOf(row) : null;
    },

    async list(userId) {
      const rows = await db
        .selectFrom('bot_passwords')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('app_id')
        .execute();
      return rows.map(botPasswordOf);
    },

    put: (botPassword) =>
      dialect.upsert(db, 'bot_passwords', ['user_id', 'app_id'], {
        user_id: botPassword.userId,
        app_id: botPassword.appId,
        password_hash: botPassword.passwordHash,
        token: botPassword.token,
        grants: JSON.stringify(botPassword.grants),
        ip_ranges: JSON.stringify(botPassword.ipRanges),
        created_at: botPassword.createdAt,
        last_used_at: botPassword.lastUsedAt,
      }),

    async remove(userId, appId) {
      let gone = db.deleteFrom('bot_passwords').where('user_id', '=', userId);
      if (appId !== undefined) gone = gone.where('app_id', '=', appId);
      return affected(await gone.executeTakeFirst());
    },

    async invalidateAll(userId, newToken) {
      const changed = db.updateTable('bot_passwords').set({ password_hash: null, token: newToken });
      return affected(await changed.where('user_id', '=', userId).executeTakeFirst());
    },

    async used(userId, appId, at, passwordHash, replaces) {
      const row = db.updateTable('bot_passwords').where('user_id', '=', userId).where('app_id', '=', appId);
      if (passwordHash !== undefined) {
        const old =
          replaces === undefined
            ? row.where('password_hash', 'is not', null)
            : row.where('password_hash', '=', replaces);
        await old.set({ last_used_at: at, password_hash: passwordHash }).execute();
        return;
      }
      const known = (await get(db, [userId, appId]))[0];
      if (!known || (known.last_used_at !== null && at - known.last_used_at < coarseness)) return;
      await row.set({ last_used_at: at }).execute();
    },
  };
};

const botPasswordOf = (row: Selectable<BotPasswordsTable>): BotPassword => ({
  userId: row.user_id,
  appId: row.app_id,
  passwordHash: row.password_hash,
  token: row.token,
  grants: JSON.parse(row.grants) as string[],
  ipRanges: JSON.parse(row.ip_ranges) as string[],
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});
