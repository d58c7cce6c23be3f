import { describeBlockStore } from './blocks.ts';
import { describeAccountLinkStore, describeBotPasswordStore, describeFactorStore } from './credentials.ts';
import { describeEmailTokenStore, describeRememberedLoginStore } from './expiring.ts';
import type { ContractTools, OpenStores } from './harness.ts';
import { describeLogStore } from './log.ts';
import { describeMailQueueStore, describeThrottleExemptionStore, describeUserOptionStore } from './others.ts';
import { describeUserChanges } from './user-changes.ts';
import { describeUserList } from './user-list.ts';
import { describeUserStore } from './users.ts';

export type { ContractTools, OpenStores, OpenVolatile } from './harness.ts';
export { describeSharedStores } from './shared.ts';
export { describeVolatileStore } from './volatile.ts';

/** The whole contract of lasting state. `open` must give empty stores each time. */
export const describeStores = (tools: ContractTools, open: OpenStores): void => {
  describeUserStore(tools, open);
  describeUserChanges(tools, open);
  describeUserList(tools, open);
  describeLogStore(tools, open);
  describeBlockStore(tools, open);
  describeBotPasswordStore(tools, open);
  describeFactorStore(tools, open);
  describeAccountLinkStore(tools, open);
  describeRememberedLoginStore(tools, open);
  describeEmailTokenStore(tools, open);
  describeUserOptionStore(tools, open);
  describeMailQueueStore(tools, open);
  describeThrottleExemptionStore(tools, open);
};
