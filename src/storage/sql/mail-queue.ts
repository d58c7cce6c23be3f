import type { Kysely, Selectable } from 'kysely';
import type { MailQueueStore, QueuedMail } from '../ports/index.ts';
import { affected, inTransaction, type SqlContext } from './context.ts';
import type { MailQueueTable, Tables } from './tables.ts';

/** Messages that are not delivered yet, in SQL. */
export const sqlMailQueueStore = (context: SqlContext): MailQueueStore => {
  const { db } = context;
  return {
    async add(message, now) {
      const { id } = await db
        .insertInto('mail_queue')
        .values({ message, queued_at: now, attempts: 0, next_attempt_at: now, leased_until: 0, last_error: null })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    async claim(now, leaseUntil, limit) {
      const due = await db
        .selectFrom('mail_queue')
        .selectAll()
        .where('next_attempt_at', '<=', now)
        .where('leased_until', '<=', now)
        .orderBy('next_attempt_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      // Nothing due is the usual case, and then no write lock is asked for.
      if (due.length === 0) return [];
      return inTransaction(context, async (trx) => {
        const claimed: QueuedMail[] = [];
        for (const row of due) {
          if (await lease(trx, row.id, row.leased_until, leaseUntil)) claimed.push(mailOf(row));
        }
        return claimed;
      });
    },

    async claimOne(id, leaseUntil) {
      const row = await db.selectFrom('mail_queue').selectAll().where('id', '=', id).executeTakeFirst();
      if (row?.leased_until !== 0) return null;
      return (await lease(db, id, 0, leaseUntil)) ? mailOf(row) : null;
    },

    async done(id) {
      await db.deleteFrom('mail_queue').where('id', '=', id).execute();
    },

    async failed(id, error, nextAttemptAt) {
      await db
        .updateTable('mail_queue')
        .set((is) => ({
          attempts: is('attempts', '+', 1),
          next_attempt_at: nextAttemptAt,
          leased_until: 0,
          last_error: error,
        }))
        .where('id', '=', id)
        .execute();
    },

    async list(limit) {
      return (await db.selectFrom('mail_queue').selectAll().orderBy('id').limit(limit).execute()).map(mailOf);
    },

    async count() {
      const counted = db.selectFrom('mail_queue').select((is) => is.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
  };
};

/** Compare and set on the lease: of several processes one gets the message. */
const lease = async (db: Kysely<Tables>, id: number, before: number, until: number): Promise<boolean> => {
  const leased = db.updateTable('mail_queue').set({ leased_until: until });
  return affected(await leased.where('id', '=', id).where('leased_until', '=', before).executeTakeFirst()) > 0;
};

const mailOf = (row: Selectable<MailQueueTable>): QueuedMail => ({
  id: row.id,
  message: row.message,
  queuedAt: row.queued_at,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  lastError: row.last_error,
});
