import type { Generated } from 'kysely';

/** Rows as they are stored: times in milliseconds, booleans as 0 and 1, lists and objects as JSON text. */
export interface Tables {
  users: UsersTable;
  user_groups: UserGroupsTable;
  user_options: UserOptionsTable;
  log: LogTable;
  blocks: BlocksTable;
  bot_passwords: BotPasswordsTable;
  remembered_logins: RememberedLoginsTable;
  factors: FactorsTable;
  account_links: AccountLinksTable;
  email_tokens: EmailTokensTable;
  mail_queue: MailQueueTable;
  throttle_exemptions: ThrottleExemptionsTable;
}

export interface UsersTable {
  id: Generated<number>;
  name: string;
  skeleton: string | null;
  real_name: string;
  email: string;
  /** `email` in lower case, for look-ups that ignore it: databases differ in what lower case is. */
  email_folded: string;
  email_confirmed_at: number | null;
  registered_at: number;
  password_hash: string | null;
  password_expires_at: number | null;
  temporary_password_hash: string | null;
  temporary_password_at: number | null;
  sessions_valid_from: number;
}

export interface UserGroupsTable {
  user_id: number;
  group_name: string;
  expires_at: number | null;
}

export interface UserOptionsTable {
  user_id: number;
  name: string;
  value: string;
}

export interface LogTable {
  id: Generated<number>;
  type: string;
  action: string;
  actor_id: number;
  actor_name: string;
  title: string;
  namespace: number;
  comment: string;
  params: string;
  at: number;
}

export interface BlocksTable {
  id: Generated<number>;
  kind: 'account' | 'address' | 'range';
  user_id: number | null;
  target: string;
  range_start: string | null;
  range_end: string | null;
  by_id: number;
  by_name: string;
  reason: string;
  at: number;
  expires_at: number | null;
  blocks_account_creation: number;
  blocks_email: number;
  blocks_talk_page: number;
  autoblock: number;
  anonymous_only: number;
  partial: number;
}

export interface BotPasswordsTable {
  user_id: number;
  app_id: string;
  password_hash: string | null;
  token: string;
  grants: string;
  ip_ranges: string;
  created_at: number;
  last_used_at: number | null;
}

export interface RememberedLoginsTable {
  user_id: number;
  hash: string;
  created_at: number;
  last_used_at: number;
  expires_at: number;
}

export interface FactorsTable {
  id: Generated<number>;
  user_id: number;
  kind: string;
  name: string;
  data: string;
  created_at: number;
  last_used_at: number | null;
}

export interface AccountLinksTable {
  user_id: number;
  provider: string;
  subject: string;
  label: string;
  created_at: number;
}

export interface EmailTokensTable {
  user_id: number;
  purpose: string;
  hash: string;
  email: string;
  expires_at: number;
}

export interface MailQueueTable {
  id: Generated<number>;
  message: string;
  queued_at: number;
  attempts: number;
  next_attempt_at: number;
  /** Until when one process has it in hand; 0 = nobody. */
  leased_until: number;
  last_error: string | null;
}

export interface ThrottleExemptionsTable {
  id: Generated<number>;
  cidr: string;
  max_accounts: number | null;
  starts_at: number;
  ends_at: number;
  reason: string;
}
