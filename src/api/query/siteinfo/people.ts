import type { Call } from '../../define.ts';
import { list, type ResultObject } from '../../result.ts';

/** Groups with more members than this are counted as this many. */
const MOST = 5000;

const members = async (call: Pick<Call, 'services' | 'now'>, group: string): Promise<number> =>
  (await call.services.stores.users.list({ inGroups: [group], now: call.now, limit: MOST })).length;

/** `siprop=statistics`. There are no pages here. */
export async function statistics(call: Pick<Call, 'services' | 'now'>): Promise<ResultObject> {
  const { users, mailQueue } = call.services.stores;
  return {
    pages: 0,
    articles: 0,
    edits: 0,
    images: 0,
    users: await users.count(),
    activeusers: 0,
    admins: await members(call, 'sysop'),
    jobs: await mailQueue.count(),
  };
}

/** `siprop=usergroups`, with the number of members when asked. */
export async function userGroups(call: Pick<Call, 'services' | 'now'>, count: boolean): Promise<ResultObject[]> {
  const { groups } = call.services.accounts;
  const { config } = call.services;
  const shown = groups.names.map(async (name): Promise<ResultObject> => {
    const group: ResultObject = { name, rights: list('permission', [...groups.rightsOf(name)]) };
    if (count && name === 'user') group.number = await call.services.stores.users.count();
    else if (count && groups.explicit.includes(name)) group.number = await members(call, name);
    const { addable, removable, selfAddable, selfRemovable } = config.groups;
    const changes = { add: addable, remove: removable, 'add-self': selfAddable, 'remove-self': selfRemovable };
    for (const [key, table] of Object.entries(changes)) {
      const targets = table[name];
      if (targets === undefined) continue;
      // Who may change every group has the right to do so, which is listed already.
      if (targets === true && groups.rightsOf(name).includes('userrights')) continue;
      const known = (targets === true ? groups.explicit : targets).filter((target) => groups.names.includes(target));
      if (known.length > 0) group[key] = list('group', known);
    }
    return group;
  });
  return list('group', await Promise.all(shown));
}
