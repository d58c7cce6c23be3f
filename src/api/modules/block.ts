import { blockTarget } from '../../accounts/block-target.ts';
import { blockedFromBlocking, putBlock } from '../../accounts/blocking.ts';
import { msg } from '../../base/message.ts';
import { ApiError, apiError } from '../../errors/api-error.ts';
import { defineModule } from '../define.ts';
import { expiryText } from '../query/time-text.ts';
import { accountById } from './account-target.ts';

const params = {
  user: { type: 'user', subtypes: ['name', 'ip', 'cidr', 'id'] },
  userid: { type: 'integer', deprecated: true },
  expiry: { type: 'string', default: 'never' },
  reason: { type: 'string', default: '' },
  anononly: { type: 'boolean' },
  nocreate: { type: 'boolean' },
  autoblock: { type: 'boolean' },
  noemail: { type: 'boolean' },
  hidename: { type: 'boolean' },
  allowusertalk: { type: 'boolean' },
  reblock: { type: 'boolean' },
  watchuser: { type: 'boolean' },
  tags: { type: 'tags', multi: true },
  partial: { type: 'boolean' },
  pagerestrictions: { type: 'title', mustExist: true, multi: true, multiLimits: [10, 10] },
  namespacerestrictions: { type: 'namespace', multi: true, all: true },
} as const;

/** `action=block`: keeps an account, an address or a range from using the site. */
export const block = defineModule({
  name: 'block',
  group: 'action',
  prefix: '',
  className: 'ApiBlock',
  params,
  token: 'csrf',
  mustBePosted: true,
  writes: true,
  examples: [
    {
      query: 'action=block&user=192.0.2.5&expiry=3%20days&reason=First%20strike&token=123ABC',
      message: 'apihelp-block-example-ip-simple',
    },
    {
      query: 'action=block&user=Vandal&expiry=never&reason=Vandalism&nocreate=&autoblock=&noemail=&token=123ABC',
      message: 'apihelp-block-example-user-complex',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Block'],
  errors: [
    'apierror-permissiondenied',
    'apierror-nosuchuserid',
    'apierror-cantblock-email',
    'apierror-block-hidename',
    'apierror-block-partial',
    'badaccess-group0',
    'ipbblocked',
    'ipbnounblockself',
    'nosuchusershort',
    'ip_range_toolarge',
    'ipb_expiry_invalid',
    'ipb_expiry_old',
    'ipb_already_blocked',
    'tags-apply-not-allowed-one',
    'tags-apply-not-allowed-multi',
  ],
  async handle(call) {
    call.requireRight('block');
    call.requireOne('only', 'user', 'userid');
    const { actor, params: wish, services } = call;
    const name = wish.user ?? (await accountById(call, wish.userid ?? 0)).name;
    const target = await blockTarget(services.accounts, name);
    if (wish.noemail && !actor.rights.has('blockemail')) throw apiError(msg('apierror-cantblock-email'));
    if (wish.hidename && !actor.rights.has('hideuser')) throw apiError(msg('badaccess-group0'));
    const own = await services.accounts.blocks(actor.user, actor.address);
    const denied = blockedFromBlocking(actor, own, target);
    if (denied) throw new ApiError([denied]);
    if (!target) throw apiError(msg('nosuchusershort', name));
    // Names cannot be hidden here, and there are no parts of the site that a block could be limited to.
    if (wish.hidename) throw apiError(msg('apierror-block-hidename'), 'canthide');
    if (wish.partial) throw apiError(msg('apierror-block-partial'), 'nopartialblocks');
    const outcome = await putBlock(
      services.stores,
      { id: actor.user?.id ?? 0, name: actor.name },
      {
        target,
        expiry: wish.expiry,
        reason: wish.reason,
        blocksAccountCreation: wish.nocreate,
        blocksEmail: wish.noemail,
        blocksTalkPage: !wish.allowusertalk,
        autoblock: wish.autoblock,
        anonymousOnly: wish.anononly,
        replace: wish.reblock,
      },
      call.now,
    );
    if ('refused' in outcome) throw new ApiError([outcome.refused]);
    call.result.block = {
      user: target.name,
      userID: target.kind === 'account' ? target.user.id : 0,
      expiry: expiryText(outcome.block.expiresAt, 'infinite'),
      id: outcome.block.id,
      reason: wish.reason,
      anononly: wish.anononly,
      nocreate: wish.nocreate,
      autoblock: wish.autoblock,
      noemail: wish.noemail,
      hidename: wish.hidename,
      allowusertalk: wish.allowusertalk,
      watchuser: wish.watchuser,
      partial: wish.partial,
      pagerestrictions: wish.pagerestrictions && [...wish.pagerestrictions],
      namespacerestrictions: wish.namespacerestrictions && [...wish.namespacerestrictions],
    };
  },
});
