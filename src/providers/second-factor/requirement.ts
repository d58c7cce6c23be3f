import type { FlowContext } from '../../auth/provider.ts';
import { msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import type { FactorMethod } from './method.ts';
import type { Offer } from './offer.ts';

/** Kind of the row that says since when an account is asked to set a factor up. It is no factor. */
export const ASKED_KIND = 'asked-to-set-up';

const DAY_MS = 86_400_000;

/** The step in which an account of a group that must have a factor sets one up; null when it need not. */
export async function requiredSetUp(
  context: FlowContext,
  user: UserRecord,
  methods: readonly FactorMethod[],
): Promise<Offer | null> {
  const { services, now } = context;
  const { requiredForGroups, graceDays } = services.config.secondFactor;
  if (requiredForGroups.length === 0) return null;
  if (!services.accounts.effectiveGroups(user).some((group) => requiredForGroups.includes(group))) return null;
  const end = (await askedSince(context, user)) + graceDays * DAY_MS;
  const canSkip = now < end;
  return {
    methods,
    canSkip,
    message: canSkip
      ? msg('oathauth-set-up-required-soon', Math.ceil((end - now) / DAY_MS))
      : msg('oathauth-set-up-required'),
  };
}

/** When the account was first asked; now, and written down, when it never was. */
async function askedSince({ services, now }: FlowContext, user: UserRecord): Promise<number> {
  const { factors } = services.stores;
  const [first] = await factors.list(user.id, ASKED_KIND);
  if (first) return first.createdAt;
  await factors.add({ userId: user.id, kind: ASKED_KIND, name: '', data: '', createdAt: now });
  return now;
}
