import { setTimeout as sleep } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { isBusy, isNoTransaction } from './failures.ts';
import type { SqliteDatabase, SqliteStatement } from './module.ts';

const busyPatience = 5000;
const cachedStatements = 300;

interface Cached {
  readonly statement: SqliteStatement;
  readonly returnsRows: boolean;
}

/** Turns at the one connection, in the order in which they were asked for. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  take(): Promise<void> {
    if (this.#taken) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
    return Promise.resolve();
  }

  pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}

/**
 * One SQLite connection for Kysely. Statements run synchronously; whoever acquires the connection has it alone, so
 * transactions never interleave. A lock held by another process is waited for up to 5 s without blocking the event loop
 * nor the readers of this process.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly turns = new Turns();
  readonly #database: SqliteDatabase;
  readonly #statements = new Map<string, Cached>();
  #inTransaction = false;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return Promise.resolve(this.#run<R>(query.sql, query.parameters));
    } catch (error) {
      // Inside a transaction waiting is useless: SQLite lets nobody else finish meanwhile.
      if (!isBusy(error) || this.#inTransaction) return Promise.reject(error);
      return this.#retry(() => this.#run<R>(query.sql, query.parameters));
    }
  }

  // biome-ignore lint/correctness/useYield: the port demands a generator; Latchkey never streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported');
  }

  /** Takes the write lock at once: a lock taken later could fail after something was read. */
  async begin(): Promise<void> {
    try {
      this.#run('begin immediate', []);
    } catch (error) {
      if (!isBusy(error)) throw error;
      await this.#retry(() => this.#run('begin immediate', []));
    }
    this.#inTransaction = true;
  }

  /** Resolves when the transaction is on disk. */
  async commit(): Promise<void> {
    this.#run('commit', []);
    this.#inTransaction = false;
  }

  async rollback(): Promise<void> {
    this.#inTransaction = false;
    try {
      this.#run('rollback', []);
    } catch (error) {
      if (!isNoTransaction(error)) throw error;
    }
  }

  #run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const { statement, returnsRows } = this.#prepare(sql);
    if (returnsRows) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): Cached {
    const found = this.#statements.get(sql);
    if (found) return found;
    const made = {
      statement: this.#database.prepare(sql),
      // Literals are always parameters, so the words can only be SQL.
      returnsRows: /^\s*(select|with|pragma|explain)\b|\breturning\b/i.test(sql),
    };
    if (this.#statements.size >= cachedStatements) {
      const oldest = this.#statements.keys().next();
      if (!oldest.done) this.#statements.delete(oldest.value);
    }
    this.#statements.set(sql, made);
    return made;
  }

  /** Outside a transaction only: then the connection can serve others while this caller waits. */
  async #retry<T>(attempt: () => T): Promise<T> {
    const deadline = Date.now() + busyPatience;
    for (;;) {
      this.turns.pass();
      await sleep(1 + Math.random() * 8);
      await this.turns.take();
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error) || Date.now() > deadline) throw error;
      }
    }
  }
}

/** Hands the one connection to one caller at a time, in the order they asked. */
export class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    await this.#connection.turns.take();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#connection.turns.pass();
  }

  beginTransaction(connection: SqliteConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: SqliteConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: SqliteConnection): Promise<void> {
    return connection.rollback();
  }

  async destroy(): Promise<void> {}
}
