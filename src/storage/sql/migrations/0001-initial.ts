import type { CreateTableBuilder, Kysely } from 'kysely';
import type { SqlDialect } from '../dialect.ts';

/** Everything of the first release. */
export const initial = async (db: Kysely<unknown>, { types }: SqlDialect): Promise<void> => {
  const { integer, text, key } = types;

  const withId = <T extends string>(table: T): CreateTableBuilder<T, 'id'> =>
    db.schema.createTable(table).addColumn('id', types.id, (column) => {
      const id = column.notNull().primaryKey();
      return types.idModifier === 'autoincrement' ? id.autoIncrement() : id.generatedByDefaultAsIdentity();
    });
  const withUser = <T extends string>(table: T): CreateTableBuilder<T, 'user_id'> =>
    db.schema
      .createTable(table)
      .addColumn('user_id', integer, (column) => column.notNull())
      .addForeignKeyConstraint(`${table}_user_fk`, ['user_id'], 'users', ['id'], (fk) => fk.onDelete('cascade'));
  const index = (table: string, columns: readonly string[], unique = false): Promise<void> => {
    const made = db.schema
      .createIndex(`${table}_${columns.join('_')}_idx`)
      .on(table)
      .columns([...columns]);
    return (unique ? made.unique() : made).execute();
  };

  await withId('users')
    .addColumn('name', key(255), (c) => c.notNull())
    .addColumn('skeleton', key(700))
    .addColumn('real_name', text, (c) => c.notNull())
    .addColumn('email', key(320), (c) => c.notNull())
    .addColumn('email_folded', key(640), (c) => c.notNull())
    .addColumn('email_confirmed_at', integer)
    .addColumn('registered_at', integer, (c) => c.notNull())
    .addColumn('password_hash', text)
    .addColumn('password_expires_at', integer)
    .addColumn('temporary_password_hash', text)
    .addColumn('temporary_password_at', integer)
    .addColumn('sessions_valid_from', integer, (c) => c.notNull())
    .execute();
  await index('users', ['name'], true);
  await index('users', ['skeleton'], true);
  await index('users', ['email_folded']);

  await withUser('user_groups')
    .addColumn('group_name', key(255), (c) => c.notNull())
    .addColumn('expires_at', integer)
    .addPrimaryKeyConstraint('user_groups_pk', ['user_id', 'group_name'])
    .execute();
  await index('user_groups', ['group_name', 'user_id']);

  await withUser('user_options')
    .addColumn('name', key(255), (c) => c.notNull())
    .addColumn('value', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('user_options_pk', ['user_id', 'name'])
    .execute();

  await withId('log')
    .addColumn('type', key(32), (c) => c.notNull())
    .addColumn('action', key(32), (c) => c.notNull())
    .addColumn('actor_id', integer, (c) => c.notNull())
    .addColumn('actor_name', key(255), (c) => c.notNull())
    .addColumn('title', key(300), (c) => c.notNull())
    .addColumn('namespace', integer, (c) => c.notNull())
    .addColumn('comment', text, (c) => c.notNull())
    .addColumn('params', text, (c) => c.notNull())
    .addColumn('at', integer, (c) => c.notNull())
    .execute();
  await index('log', ['at', 'id']);
  await index('log', ['type', 'at', 'id']);
  await index('log', ['actor_id', 'at', 'id']);
  await index('log', ['actor_name', 'at', 'id']);
  await index('log', ['title', 'at', 'id']);

  await withId('blocks')
    .addColumn('kind', key(16), (c) => c.notNull())
    .addColumn('user_id', integer)
    .addColumn('target', key(255), (c) => c.notNull())
    .addColumn('range_start', key(32))
    .addColumn('range_end', key(32))
    .addColumn('by_id', integer, (c) => c.notNull())
    .addColumn('by_name', key(255), (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('at', integer, (c) => c.notNull())
    .addColumn('expires_at', integer)
    .addColumn('blocks_account_creation', integer, (c) => c.notNull())
    .addColumn('blocks_email', integer, (c) => c.notNull())
    .addColumn('blocks_talk_page', integer, (c) => c.notNull())
    .addColumn('autoblock', integer, (c) => c.notNull())
    .addColumn('anonymous_only', integer, (c) => c.notNull())
    .addColumn('partial', integer, (c) => c.notNull())
    .execute();
  await index('blocks', ['target'], true);
  await index('blocks', ['user_id']);
  await index('blocks', ['kind', 'range_start', 'range_end']);
  await index('blocks', ['at', 'id']);

  await withUser('bot_passwords')
    .addColumn('app_id', key(32), (c) => c.notNull())
    .addColumn('password_hash', text)
    .addColumn('token', text, (c) => c.notNull())
    .addColumn('grants', text, (c) => c.notNull())
    .addColumn('ip_ranges', text, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('last_used_at', integer)
    .addPrimaryKeyConstraint('bot_passwords_pk', ['user_id', 'app_id'])
    .execute();

  await withUser('remembered_logins')
    .addColumn('hash', key(64), (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('last_used_at', integer, (c) => c.notNull())
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('remembered_logins_pk', ['user_id', 'hash'])
    .execute();
  await index('remembered_logins', ['expires_at']);

  await withId('factors')
    .addColumn('user_id', integer, (c) => c.notNull())
    .addColumn('kind', key(64), (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('data', text, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('last_used_at', integer)
    .addForeignKeyConstraint('factors_user_fk', ['user_id'], 'users', ['id'], (fk) => fk.onDelete('cascade'))
    .execute();
  await index('factors', ['user_id', 'kind']);

  await withUser('account_links')
    .addColumn('provider', key(128), (c) => c.notNull())
    .addColumn('subject', key(255), (c) => c.notNull())
    .addColumn('label', text, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('account_links_pk', ['provider', 'subject'])
    .execute();
  await index('account_links', ['user_id']);

  await withUser('email_tokens')
    .addColumn('purpose', key(32), (c) => c.notNull())
    .addColumn('hash', key(64), (c) => c.notNull())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('email_tokens_pk', ['user_id', 'purpose'])
    .execute();
  await index('email_tokens', ['purpose', 'hash']);
  await index('email_tokens', ['expires_at']);

  await withId('mail_queue')
    .addColumn('message', text, (c) => c.notNull())
    .addColumn('queued_at', integer, (c) => c.notNull())
    .addColumn('attempts', integer, (c) => c.notNull())
    .addColumn('next_attempt_at', integer, (c) => c.notNull())
    .addColumn('leased_until', integer, (c) => c.notNull())
    .addColumn('last_error', text)
    .execute();
  await index('mail_queue', ['next_attempt_at', 'id']);

  await withId('throttle_exemptions')
    .addColumn('cidr', key(64), (c) => c.notNull())
    .addColumn('max_accounts', integer)
    .addColumn('starts_at', integer, (c) => c.notNull())
    .addColumn('ends_at', integer, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .execute();
  await index('throttle_exemptions', ['ends_at']);
};
