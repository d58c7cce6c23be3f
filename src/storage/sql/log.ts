import type { Insertable, Selectable } from 'kysely';
import type { LogActor, LogEntry, LogStore, NewLogEntry } from '../ports/index.ts';
import type { SqlContext } from './context.ts';
import { inReadingOrder } from './paging.ts';
import type { LogTable } from './tables.ts';

/** The row of a new entry. */
export const logRow = (entry: NewLogEntry & { readonly actor: LogActor }): Insertable<LogTable> => ({
  type: entry.type,
  action: entry.action,
  actor_id: entry.actor.id,
  actor_name: entry.actor.name,
  title: entry.title,
  namespace: entry.namespace,
  comment: entry.comment,
  params: JSON.stringify(entry.params),
  at: entry.at,
});

/** The public log in SQL. */
export const sqlLogStore = ({ db }: SqlContext): LogStore => ({
  async add(entry) {
    const { id } = await db.insertInto('log').values(logRow(entry)).returning('id').executeTakeFirstOrThrow();
    return id;
  },

  async list(query) {
    if (query.ids?.length === 0) return [];
    let rows = inReadingOrder(db.selectFrom('log').selectAll(), query);
    if (query.ids) rows = rows.where('id', 'in', query.ids);
    if (query.type !== undefined) rows = rows.where('type', '=', query.type);
    if (query.notTypes?.length) rows = rows.where('type', 'not in', query.notTypes);
    if (query.action !== undefined) rows = rows.where('action', '=', query.action);
    if (query.actorId !== undefined) rows = rows.where('actor_id', '=', query.actorId);
    if (query.actorName !== undefined) rows = rows.where('actor_name', '=', query.actorName);
    if (query.title !== undefined) rows = rows.where('title', '=', query.title);
    if (query.namespace !== undefined) rows = rows.where('namespace', '=', query.namespace);
    return (await rows.execute()).map(entryOf);
  },
});

const entryOf = (row: Selectable<LogTable>): LogEntry => ({
  id: row.id,
  type: row.type,
  action: row.action,
  actor: { id: row.actor_id, name: row.actor_name },
  title: row.title,
  namespace: row.namespace,
  comment: row.comment,
  params: JSON.parse(row.params) as Record<string, unknown>,
  at: row.at,
});
