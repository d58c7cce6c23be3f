import { blockTarget } from '../../accounts/block-target.ts';
import { blockedFromBlocking, removeBlock } from '../../accounts/blocking.ts';
import { msg } from '../../base/message.ts';
import { ApiError, apiError } from '../../errors/api-error.ts';
import { defineModule } from '../define.ts';
import { blockInfo } from '../query/block-info.ts';
import { accountById } from './account-target.ts';

const params = {
  id: { type: 'integer' },
  user: { type: 'user', subtypes: ['name', 'ip', 'cidr', 'id'] },
  userid: { type: 'integer', deprecated: true },
  reason: { type: 'string', default: '' },
  tags: { type: 'tags', multi: true },
} as const;

/** `action=unblock`: lifts a block, named by its id or by whom it is for. */
export const unblock = defineModule({
  name: 'unblock',
  group: 'action',
  prefix: '',
  className: 'ApiUnblock',
  params,
  token: 'csrf',
  mustBePosted: true,
  writes: true,
  examples: [
    { query: 'action=unblock&id=105', message: 'apihelp-unblock-example-id' },
    { query: 'action=unblock&user=Bob&reason=Sorry%20Bob', message: 'apihelp-unblock-example-user' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Block'],
  errors: [
    'apierror-permissiondenied-unblock',
    'apierror-nosuchuserid',
    'ipbblocked',
    'ipbnounblockself',
    'ipb_cant_unblock',
    'tags-apply-not-allowed-one',
    'tags-apply-not-allowed-multi',
  ],
  async handle(call) {
    call.requireOne('only', 'id', 'user', 'userid');
    const { actor, params: wish, services, now } = call;
    if (!actor.rights.has('block')) throw apiError(msg('apierror-permissiondenied-unblock'), 'permissiondenied');
    const { accounts, stores } = services;
    const byId = wish.id === null ? null : ((await stores.blocks.list({ ids: [wish.id], limit: 1 }, now))[0] ?? null);
    const name = wish.userid === null ? wish.user : (await accountById(call, wish.userid)).name;
    const text = wish.id === null ? (name ?? '') : (byId?.target ?? `#${wish.id}`);
    const target = await blockTarget(accounts, text);

    const own = await accounts.blocks(actor.user, actor.address);
    const denied = blockedFromBlocking(actor, own, target);
    const ownBlock = own.find((block) => !block.partial);
    if (denied && ownBlock) {
      throw new ApiError([{ ...denied, data: { blockinfo: blockInfo(call, ownBlock) } }]);
    }
    const performer = { id: actor.user?.id ?? 0, name: actor.name };
    const outcome = await removeBlock(stores, performer, target?.name ?? text, wish.reason, now);
    if ('refused' in outcome) throw new ApiError([outcome.refused]);
    const { block } = outcome;
    call.result.unblock = { id: block.id, user: block.target, userid: block.userId ?? 0, reason: wish.reason };
  },
});
