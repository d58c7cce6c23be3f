import type { Expression, ExpressionBuilder, Insertable, Selectable, SqlBool } from 'kysely';
import type { Block, BlockStore, NewBlock } from '../ports/index.ts';
import { affected, bit, inTransaction, type SqlContext } from './context.ts';
import { inReadingOrder } from './paging.ts';
import type { BlocksTable, Tables } from './tables.ts';

type Conditions = ExpressionBuilder<Tables, 'blocks'>;

/** Blocks in SQL. */
export const sqlBlockStore = (context: SqlContext): BlockStore => {
  const { db, dialect } = context;
  const replaceInForce = async (block: NewBlock): Promise<Block | null> => {
    const changed = await db
      .updateTable('blocks')
      .set(rowOf(block))
      .where('target', '=', block.target)
      .executeTakeFirst();
    if (affected(changed) === 0) return null;
    const row = await db.selectFrom('blocks').selectAll().where('target', '=', block.target).executeTakeFirst();
    return row ? blockOf(row) : null;
  };

  const insert = async (block: NewBlock, now: number): Promise<Block | null> => {
    try {
      return await inTransaction(context, async (trx) => {
        await trx.deleteFrom('blocks').where('target', '=', block.target).where('expires_at', '<=', now).execute();
        const { id } = await trx.insertInto('blocks').values(rowOf(block)).returning('id').executeTakeFirstOrThrow();
        return { ...block, id };
      });
    } catch (error) {
      if (dialect.isUniqueViolation(error)) return null;
      throw error;
    }
  };

  return {
    async put(block, replace, now) {
      const inserted = await insert(block, now);
      if (inserted || !replace) return inserted;
      // Between the two another process may have removed the block; then it is new after all.
      return (await replaceInForce(block)) ?? (await insert(block, now));
    },

    async remove(target) {
      const row = await db.deleteFrom('blocks').where('target', '=', target).returningAll().executeTakeFirst();
      return row ? blockOf(row) : null;
    },

    async inForce(userId, addressHex, now) {
      if (userId === null && addressHex === null) return [];
      const rows = await db
        .selectFrom('blocks')
        .selectAll()
        .where((is) =>
          is.or([
            ...(userId === null ? [] : [is('user_id', '=', userId)]),
            ...(addressHex === null ? [] : covering(is, addressHex)),
          ]),
        )
        .where((is) => unexpired(is, now))
        .execute();
      return rows.map(blockOf).sort((a, b) => compareWidth(width(a), width(b)) || a.id - b.id);
    },

    async list(query, now) {
      if (query.ids?.length === 0 || query.targets?.length === 0) return [];
      const { addressHex } = query;
      let rows = inReadingOrder(db.selectFrom('blocks').selectAll(), query).where((is) => unexpired(is, now));
      if (query.ids) rows = rows.where('id', 'in', query.ids);
      if (query.targets) rows = rows.where('target', 'in', query.targets);
      if (addressHex !== undefined) rows = rows.where((is) => is.or(covering(is, addressHex)));
      if (query.kind) rows = rows.where('kind', '=', query.kind);
      if (query.temporary !== undefined) rows = rows.where('expires_at', query.temporary ? 'is not' : 'is', null);
      return (await rows.execute()).map(blockOf);
    },
  };
};

const unexpired = (is: Conditions, now: number): Expression<SqlBool> =>
  is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]);

/** Two index look-ups: single addresses, which are nearly all, by equality; only ranges by comparison. */
const covering = (is: Conditions, hex: string): Expression<SqlBool>[] => [
  is.and([is('kind', '=', 'address'), is('range_start', '=', hex)]),
  is.and([is('kind', '=', 'range'), is('range_start', '<=', hex), is('range_end', '>=', hex)]),
];

/** How many addresses a block covers; an account is narrower than any address. */
const width = ({ rangeStart, rangeEnd }: NewBlock): bigint =>
  rangeStart === null || rangeEnd === null ? -1n : BigInt(`0x${rangeEnd}`) - BigInt(`0x${rangeStart}`);

const compareWidth = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const kindOf = (block: NewBlock): BlocksTable['kind'] => {
  if (block.rangeStart === null) return 'account';
  return block.rangeStart === block.rangeEnd ? 'address' : 'range';
};

const rowOf = (block: NewBlock): Insertable<BlocksTable> => ({
  kind: kindOf(block),
  user_id: block.userId,
  target: block.target,
  range_start: block.rangeStart,
  range_end: block.rangeEnd,
  by_id: block.byId,
  by_name: block.byName,
  reason: block.reason,
  at: block.at,
  expires_at: block.expiresAt,
  blocks_account_creation: bit(block.blocksAccountCreation),
  blocks_email: bit(block.blocksEmail),
  blocks_talk_page: bit(block.blocksTalkPage),
  autoblock: bit(block.autoblock),
  anonymous_only: bit(block.anonymousOnly),
  partial: bit(block.partial),
});

const blockOf = (row: Selectable<BlocksTable>): Block => ({
  id: row.id,
  userId: row.user_id,
  target: row.target,
  rangeStart: row.range_start,
  rangeEnd: row.range_end,
  byId: row.by_id,
  byName: row.by_name,
  reason: row.reason,
  at: row.at,
  expiresAt: row.expires_at,
  blocksAccountCreation: row.blocks_account_creation !== 0,
  blocksEmail: row.blocks_email !== 0,
  blocksTalkPage: row.blocks_talk_page !== 0,
  autoblock: row.autoblock !== 0,
  anonymousOnly: row.anonymous_only !== 0,
  partial: row.partial !== 0,
});
