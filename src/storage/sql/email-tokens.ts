import type { Selectable } from 'kysely';
import type { EmailToken, EmailTokenStore } from '../ports/index.ts';
import { affected, type SqlContext } from './context.ts';
import type { EmailTokensTable } from './tables.ts';

/** Mailed one-time codes in SQL. */
export const sqlEmailTokenStore = ({ db, dialect }: SqlContext): EmailTokenStore => ({
  put: (token) =>
    dialect.upsert(db, 'email_tokens', ['user_id', 'purpose'], {
      user_id: token.userId,
      purpose: token.purpose,
      hash: token.hash,
      email: token.email,
      expires_at: token.expiresAt,
    }),

  async find(purpose, hash, now) {
    const row = await db
      .selectFrom('email_tokens')
      .selectAll()
      .where('purpose', '=', purpose)
      .where('hash', '=', hash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row ? tokenOf(row) : null;
  },

  async take(purpose, hash, now) {
    const row = await db
      .deleteFrom('email_tokens')
      .where('purpose', '=', purpose)
      .where('hash', '=', hash)
      .where('expires_at', '>', now)
      .returningAll()
      .executeTakeFirst();
    return row ? tokenOf(row) : null;
  },

  async sweep(now) {
    return affected(await db.deleteFrom('email_tokens').where('expires_at', '<=', now).executeTakeFirst());
  },
});

const tokenOf = (row: Selectable<EmailTokensTable>): EmailToken => ({
  userId: row.user_id,
  purpose: row.purpose,
  hash: row.hash,
  email: row.email,
  expiresAt: row.expires_at,
});
