import type { Services } from '../../auth/services.ts';
import { isoTime } from '../../base/time.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { type Call, defineModule, type ParamSpecs } from '../define.ts';
import { list, type ResultObject } from '../result.ts';
import { answer } from './answer.ts';
import { blockInfo } from './block-info.ts';
import { centralIds, groupFields } from './user-fields.ts';

const params = ({ accounts }: Pick<Services, 'accounts'>) =>
  ({
    from: { type: 'string' },
    to: { type: 'string' },
    prefix: { type: 'string' },
    dir: { type: 'enum', values: ['ascending', 'descending'], default: 'ascending' },
    group: { type: 'enum', multi: true, values: accounts.groups.explicit },
    excludegroup: { type: 'enum', multi: true, values: accounts.groups.explicit },
    rights: { type: 'enum', multi: true, values: accounts.groups.allRights },
    prop: {
      type: 'enum',
      multi: true,
      values: ['blockinfo', 'groups', 'implicitgroups', 'rights', 'editcount', 'registration', 'centralids'],
    },
    limit: { type: 'limit', default: 10, min: 1, max: 500, highMax: 5000 },
    witheditsonly: { type: 'boolean' },
    activeusers: { type: 'boolean' },
    attachedwiki: { type: 'string' },
  }) as const satisfies ParamSpecs;

type AllusersCall = Call<ReturnType<typeof params>>;

/** Only what a name always is: spaces, and a capital first letter. Anything else just lies somewhere in the order. */
const asName = (text: string): string => {
  const [first = ''] = text;
  return (first.toUpperCase() + text.slice(first.length)).replaceAll('_', ' ');
};

async function describe(call: AllusersCall, user: UserRecord, wanted: ReadonlySet<string>): Promise<ResultObject> {
  const { services, now } = call;
  const shown: ResultObject = { userid: user.id, name: user.name };
  if (wanted.has('centralids')) {
    Object.assign(shown, centralIds(user, call.params.attachedwiki, services.config.site.wikiId));
  }
  if (wanted.has('blockinfo')) {
    const [block] = await services.stores.blocks.inForce(user.id, null, now);
    if (block) Object.assign(shown, blockInfo(call, block));
  }
  if (wanted.has('editcount')) shown.editcount = 0;
  if (wanted.has('registration')) shown.registration = isoTime(user.registeredAt);
  const { groups, implicitgroups } = groupFields(services, user, now);
  if (wanted.has('groups')) shown.groups = groups;
  if (wanted.has('implicitgroups')) shown.implicitgroups = implicitgroups;
  if (wanted.has('rights')) shown.rights = list('r', [...services.accounts.rights(user, null)]);
  return shown;
}

/** Explicit groups to look in: those asked for and those that have a right asked for. Null = any or no group. */
function groupsAsked({ params: { group, rights }, services }: AllusersCall): readonly string[] | null {
  const { groups } = services.accounts;
  if (rights === null || rights.length === 0) return group === null || group.length === 0 ? null : group;
  const having = groups.names.filter((name) => groups.rightsOf(name).some((right) => rights.includes(right)));
  return [...new Set([...(group ?? []), ...having])];
}

/** `list=allusers`: accounts by name. */
export const allusers = defineModule({
  name: 'allusers',
  group: 'list',
  prefix: 'au',
  className: 'ApiQueryAllUsers',
  cache: () => 'anonymous',
  params,
  examples: [{ query: 'action=query&list=allusers&aufrom=Y', message: 'apihelp-query+allusers-example-y' }],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Allusers'],
  async handle(call: AllusersCall) {
    const { from, to, prefix, dir, excludegroup, prop, limit, witheditsonly, activeusers } = call.params;
    const inGroups = groupsAsked(call);
    if (call.params.rights === null) call.requireOne('max', 'group', 'excludegroup');
    else call.requireOne('max', 'rights', 'excludegroup');
    const descending = dir === 'descending';
    // Nobody edits pages here, so nobody has edits or is active.
    const nobody = witheditsonly || activeusers;
    const found = nobody
      ? []
      : await call.services.stores.users.list({
          ...(from === null ? {} : { [descending ? 'to' : 'from']: asName(from) }),
          ...(to === null ? {} : { [descending ? 'from' : 'to']: asName(to) }),
          ...(prefix === null ? {} : { prefix: asName(prefix) }),
          ...(inGroups === null ? {} : { inGroups }),
          ...(excludegroup === null ? {} : { notInGroups: excludegroup }),
          now: call.now,
          descending,
          limit: limit + 1,
        });
    const wanted = new Set<string>(prop ?? []);
    const shown: ResultObject[] = [];
    for (const user of found.slice(0, limit)) shown.push(await describe(call, user, wanted));
    const next = found[limit];
    if (next) call.continueWith('from', next.name);
    answer(call, 'allusers', list('u', shown));
  },
});
