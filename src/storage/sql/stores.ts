import type { Stores } from '../ports/index.ts';
import { sqlBlockStore } from './blocks.ts';
import { sqlBotPasswordStore } from './bot-passwords.ts';
import type { SqlContext } from './context.ts';
import { sqlEmailTokenStore } from './email-tokens.ts';
import { sqlFactorStore } from './factors.ts';
import { sqlAccountLinkStore } from './links.ts';
import { sqlLogStore } from './log.ts';
import { sqlMailQueueStore } from './mail-queue.ts';
import { sqlUserOptionStore } from './options.ts';
import { sqlRememberedLoginStore } from './remembered-logins.ts';
import { rememberOptions } from './remembered-options.ts';
import { sqlThrottleExemptionStore } from './throttle-exemptions.ts';
import { sqlUserStore } from './users.ts';

/** What is not SQL and so comes from the driver. */
export type DriverPart = Pick<Stores, 'changeStamp' | 'ping' | 'backup' | 'close'>;

/** All stores over one SQL database. */
export const sqlStores = (context: SqlContext, driver: DriverPart): Stores => ({
  users: sqlUserStore(context),
  log: sqlLogStore(context),
  blocks: sqlBlockStore(context),
  botPasswords: sqlBotPasswordStore(context),
  rememberedLogins: sqlRememberedLoginStore(context),
  options: rememberOptions(sqlUserOptionStore(context), driver.changeStamp),
  factors: sqlFactorStore(context),
  links: sqlAccountLinkStore(context),
  emailTokens: sqlEmailTokenStore(context),
  mailQueue: sqlMailQueueStore(context),
  throttleExemptions: sqlThrottleExemptionStore(context),
  ...driver,
});
