import { blockMessage } from '../../auth/block-message.ts';
import { abstain, fail } from '../../auth/outcome.ts';
import type { Provider } from '../../auth/provider.ts';
import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';

/** Keeps blocked accounts out where the configuration says so; otherwise they may sign in and read. */
export const blocks: Provider = {
  id: 'blocks',
  kind: 'secondary',
  async afterSignIn({ services, actor }, _filled, user) {
    if (!services.config.login.refuseBlocked) return abstain();
    const [block] = await services.accounts.blocks(user, null);
    if (!block) return abstain();
    return fail(coded(msg('login-userblocked', user.name, ...blockMessage(block, actor.address).params)));
  },
};
