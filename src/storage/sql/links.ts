import type { Selectable } from 'kysely';
import type { AccountLink, AccountLinkStore } from '../ports/index.ts';
import { affected, type SqlContext } from './context.ts';
import type { AccountLinksTable } from './tables.ts';

/** Links between foreign identities and accounts, in SQL. */
export const sqlAccountLinkStore = ({ db, dialect }: SqlContext): AccountLinkStore => ({
  async find(provider, subject) {
    const row = await db
      .selectFrom('account_links')
      .selectAll()
      .where('provider', '=', provider)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row ? linkOf(row) : null;
  },

  async list(userId) {
    const rows = await db
      .selectFrom('account_links')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('provider')
      .orderBy('subject')
      .execute();
    return rows.map(linkOf);
  },

  async add(link) {
    try {
      await db
        .insertInto('account_links')
        .values({
          user_id: link.userId,
          provider: link.provider,
          subject: link.subject,
          label: link.label,
          created_at: link.createdAt,
        })
        .execute();
      return true;
    } catch (error) {
      if (dialect.isUniqueViolation(error)) return false;
      throw error;
    }
  },

  async remove(userId, provider, subject) {
    const gone = await db
      .deleteFrom('account_links')
      .where('user_id', '=', userId)
      .where('provider', '=', provider)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return affected(gone) > 0;
  },
});

const linkOf = (row: Selectable<AccountLinksTable>): AccountLink => ({
  userId: row.user_id,
  provider: row.provider,
  subject: row.subject,
  label: row.label,
  createdAt: row.created_at,
});
