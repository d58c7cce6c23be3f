import { changeGroups } from '../../accounts/membership.ts';
import type { Services } from '../../auth/services.ts';
import { msg, plain } from '../../base/message.ts';
import { parseExpiry } from '../../base/time.ts';
import { apiError } from '../../errors/api-error.ts';
import type { GroupMembership, UserRecord } from '../../storage/ports/index.ts';
import { type Call, defineModule, type ParamSpecs } from '../define.ts';
import { blockInfo } from '../query/block-info.ts';
import { list } from '../result.ts';

const params = ({ accounts }: Pick<Services, 'accounts'>) =>
  ({
    user: { type: 'user', subtypes: ['name', 'id'] },
    userid: { type: 'integer', deprecated: true },
    add: { type: 'enum', multi: true, values: accounts.groups.explicit },
    expiry: { type: 'string', multi: true, allowDuplicates: true, default: 'infinite' },
    remove: { type: 'enum', multi: true, values: accounts.groups.explicit },
    reason: { type: 'string', default: '' },
    token: { type: 'string' },
    tags: { type: 'tags', multi: true },
  }) as const satisfies ParamSpecs;

type UserrightsCall = Call<ReturnType<typeof params>>;

/** The groups to add, each with its end. One expiry serves all. Throws `toofewexpiries`, `invalidexpiry`, `pastexpiry`. */
function memberships(add: readonly string[], expiry: readonly string[], now: number): GroupMembership[] {
  if (add.length === 0) return [];
  if (expiry.length !== add.length && expiry.length !== 1) {
    throw apiError(msg('apierror-toofewexpiries', expiry.length, add.length));
  }
  return add.map((group, i) => {
    const text = expiry[expiry.length === 1 ? 0 : i] ?? '';
    const end = parseExpiry(text, now);
    if (end === null) throw apiError(msg('apierror-invalidexpiry', plain(text)));
    if (end !== 'infinite' && end < now) throw apiError(msg('apierror-pastexpiry', plain(text)));
    return { group, expiresAt: end === 'infinite' ? null : end };
  });
}

async function target(call: UserrightsCall): Promise<UserRecord> {
  call.requireOne('only', 'user', 'userid');
  const { accounts } = call.services;
  const { user: name, userid } = call.params;
  if (name === null) {
    const user = userid !== null && userid > 0 ? await accounts.byId(userid) : null;
    if (!user) throw apiError(msg('noname'));
    return user;
  }
  // `Name@wiki` means an account of another wiki.
  if (name.includes('@')) throw apiError(msg('userrights-no-interwiki'), 'nointerwikiuserrights');
  const user = await accounts.byName(name);
  if (!user) throw apiError(msg('nosuchusershort', name));
  return user;
}

/** `action=userrights`: puts an account into groups and takes it out of groups, as far as the caller may. */
export const userrights = defineModule({
  name: 'userrights',
  group: 'action',
  prefix: '',
  className: 'ApiUserrights',
  params,
  token: 'userrights',
  mustBePosted: true,
  writes: true,
  examples: [
    {
      query: 'action=userrights&user=FooBot&add=bot&remove=sysop|bureaucrat&token=123ABC',
      message: 'apihelp-userrights-example-user',
    },
    {
      query: 'action=userrights&userid=123&add=bot&remove=sysop|bureaucrat&token=123ABC',
      message: 'apihelp-userrights-example-userid',
    },
    {
      query: 'action=userrights&user=SometimeSysop&add=sysop&expiry=1%20month&token=123ABC',
      message: 'apihelp-userrights-example-expiry',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:User_group_membership'],
  errors: [
    'apierror-blocked',
    'apierror-toofewexpiries',
    'apierror-invalidexpiry',
    'apierror-pastexpiry',
    'noname',
    'nosuchusershort',
    'userrights-no-interwiki',
    'tags-apply-not-allowed-one',
    'tags-apply-not-allowed-multi',
  ],
  async beforeBadToken(call: UserrightsCall) {
    await target(call);
  },
  async handle(call: UserrightsCall) {
    const { actor, params: wish, services, now } = call;
    if (!actor.rights.has('userrights')) {
      const own = (await services.accounts.blocks(actor.user, actor.address)).find((block) => !block.partial);
      if (own) throw apiError(msg('apierror-blocked'), 'blocked', { blockinfo: blockInfo(call, own) });
    }
    const add = memberships(wish.add ?? [], wish.expiry, now);
    const user = await target(call);
    const { added, removed } = await changeGroups(
      services.stores,
      services.accounts,
      { id: actor.user?.id ?? 0, name: actor.name },
      user,
      { add, remove: wish.remove ?? [], reason: wish.reason },
      services.accounts.groups.changeable(actor.groups, actor.rights),
      now,
    );
    call.result.userrights = {
      user: user.name,
      userid: user.id,
      added: list('group', [...added]),
      removed: list('group', [...removed]),
    };
  },
});
