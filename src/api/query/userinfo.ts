import { effectivePreferences } from '../../accounts/preferences.ts';
import { blocksOf } from '../../auth/block-cookie.ts';
import { isoTime } from '../../base/time.ts';
import { type Call, defineModule } from '../define.ts';
import { content, list, mark, type ResultObject } from '../result.ts';
import { acceptedLanguages } from './accept-language.ts';
import { answer } from './answer.ts';
import { blockInfo } from './block-info.ts';
import { rateLimits } from './rate-limits.ts';
import { centralIds, groupFields } from './user-fields.ts';

const params = {
  prop: {
    type: 'enum',
    multi: true,
    all: true,
    values: [
      'blockinfo',
      'hasmsg',
      'groups',
      'groupmemberships',
      'implicitgroups',
      'rights',
      'changeablegroups',
      'options',
      'editcount',
      'ratelimits',
      'theoreticalratelimits',
      'email',
      'realname',
      'acceptlang',
      'registrationdate',
      'unreadcount',
      'centralids',
      'latestcontrib',
    ],
  },
  attachedwiki: { type: 'string' },
} as const;

type UserinfoCall = Call<typeof params>;
type Prop = (typeof params.prop.values)[number];

/** Each property and what it adds, in the order of the wire. Nobody edits pages here, so counts of edits are 0. */
const PROPS: Readonly<Record<Prop, (call: UserinfoCall) => ResultObject | Promise<ResultObject>>> = {
  blockinfo: async (call) => {
    const [block] = await blocksOf(call.services, call.actor);
    return block ? blockInfo(call, block) : {};
  },
  hasmsg: () => ({ messages: false }),
  groups: (call) => ({ groups: groupFields(call.services, call.actor.user, call.now).groups }),
  groupmemberships: (call) => ({
    groupmemberships: groupFields(call.services, call.actor.user, call.now).groupmemberships,
  }),
  implicitgroups: (call) => ({ implicitgroups: groupFields(call.services, call.actor.user, call.now).implicitgroups }),
  rights: (call) => ({ rights: list('r', [...call.actor.rights]) }),
  changeablegroups: (call) => {
    const may = call.services.accounts.groups.changeable(call.actor.groups, call.actor.rights);
    return {
      changeablegroups: {
        add: list('g', [...may.add]),
        remove: list('g', [...may.remove]),
        'add-self': list('g', [...may.addSelf]),
        'remove-self': list('g', [...may.removeSelf]),
      },
    };
  },
  options: async (call) => {
    const { user } = call.actor;
    const own = user ? await call.services.stores.options.get(user.id) : {};
    const options: ResultObject = effectivePreferences(own, call.services.config.site.language);
    return { options: mark(options, { plainBooleans: Object.keys(options) }) };
  },
  editcount: () => ({ editcount: 0 }),
  ratelimits: ({ services, actor }) => ({
    ratelimits: mark(actor.rights.has('noratelimit') ? {} : rateLimits(services, actor.user, actor.rights), {
      kind: 'assoc',
    }),
  }),
  theoreticalratelimits: ({ services, actor }) => ({
    theoreticalratelimits: mark(rateLimits(services, actor.user, actor.rights), { kind: 'assoc' }),
  }),
  realname: ({ services, actor }) =>
    services.config.accounts.hideRealName ? {} : { realname: actor.user?.realName ?? '' },
  email: ({ actor }) => {
    if (!actor.rights.has('viewmyprivateinfo')) return {};
    const confirmed = actor.user?.emailConfirmedAt ?? null;
    return {
      email: actor.user?.email ?? '',
      ...(confirmed === null ? {} : { emailauthenticated: isoTime(confirmed) }),
    };
  },
  registrationdate: ({ actor }) => (actor.user ? { registrationdate: isoTime(actor.user.registeredAt) } : {}),
  acceptlang: ({ request }) => ({
    acceptlang: list(
      'lang',
      acceptedLanguages(request.headers['accept-language']).map(({ code, q }) => content('code', { q, code })),
    ),
  }),
  unreadcount: () => ({ unreadcount: 0 }),
  centralids: ({ actor, params: { attachedwiki }, services }) =>
    centralIds(actor.user, attachedwiki, services.config.site.wikiId),
  latestcontrib: () => ({}),
};

/** `meta=userinfo`: who the caller is and what they may do. */
export const userinfo = defineModule({
  name: 'userinfo',
  group: 'meta',
  prefix: 'ui',
  className: 'ApiQueryUserInfo',
  params,
  examples: [
    { query: 'action=query&meta=userinfo', message: 'apihelp-query+userinfo-example-simple' },
    {
      query: 'action=query&meta=userinfo&uiprop=blockinfo|groups|rights|hasmsg',
      message: 'apihelp-query+userinfo-example-data',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Userinfo'],
  async handle(call) {
    const { user, name } = call.actor;
    const info: ResultObject = user ? { id: user.id, name } : { id: 0, name, anon: true };
    const wanted = new Set<string>(call.params.prop ?? []);
    for (const [prop, write] of Object.entries(PROPS)) if (wanted.has(prop)) Object.assign(info, await write(call));
    answer(call, 'userinfo', info);
  },
});
