import type { Selectable } from 'kysely';
import type { ThrottleExemption, ThrottleExemptionStore } from '../ports/index.ts';
import { affected, type SqlContext } from './context.ts';
import type { ThrottleExemptionsTable } from './tables.ts';

/** Timed exemptions from the limit on account creation, in SQL. */
export const sqlThrottleExemptionStore = ({ db }: SqlContext): ThrottleExemptionStore => ({
  async add(exemption) {
    const { id } = await db
      .insertInto('throttle_exemptions')
      .values({
        cidr: exemption.range,
        max_accounts: exemption.limit,
        starts_at: exemption.from,
        ends_at: exemption.until,
        reason: exemption.reason,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { ...exemption, id };
  },

  async list() {
    return (await db.selectFrom('throttle_exemptions').selectAll().orderBy('id').execute()).map(exemptionOf);
  },

  async remove(id) {
    return affected(await db.deleteFrom('throttle_exemptions').where('id', '=', id).executeTakeFirst()) > 0;
  },

  async inForce(now) {
    const rows = await db
      .selectFrom('throttle_exemptions')
      .selectAll()
      .where('ends_at', '>', now)
      .where('starts_at', '<=', now)
      .orderBy('id')
      .execute();
    return rows.map(exemptionOf);
  },
});

const exemptionOf = (row: Selectable<ThrottleExemptionsTable>): ThrottleExemption => ({
  id: row.id,
  range: row.cidr,
  limit: row.max_accounts,
  from: row.starts_at,
  until: row.ends_at,
  reason: row.reason,
});
