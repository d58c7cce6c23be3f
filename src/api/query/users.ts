import { msg } from '../../base/message.ts';
import { isoTime } from '../../base/time.ts';
import { coded } from '../../errors/coded-message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { type Call, defineModule } from '../define.ts';
import { list, type ResultObject } from '../result.ts';
import { answer } from './answer.ts';
import { blockInfo } from './block-info.ts';
import { centralIds, groupFields } from './user-fields.ts';

const params = {
  prop: {
    type: 'enum',
    multi: true,
    values: [
      'blockinfo',
      'groups',
      'groupmemberships',
      'implicitgroups',
      'rights',
      'editcount',
      'registration',
      'emailable',
      'gender',
      'centralids',
      'cancreate',
    ],
  },
  attachedwiki: { type: 'string' },
  users: { type: 'string', multi: true },
  userids: { type: 'integer', multi: true },
} as const;

type UsersCall = Call<typeof params>;

async function describe(call: UsersCall, user: UserRecord, wanted: ReadonlySet<string>): Promise<ResultObject> {
  const { accounts, stores, config } = call.services;
  const shown: ResultObject = { userid: user.id, name: user.name };
  const options = wanted.has('emailable') || wanted.has('gender') ? await stores.options.get(user.id) : {};
  if (wanted.has('editcount')) shown.editcount = 0;
  if (wanted.has('registration')) shown.registration = isoTime(user.registeredAt);
  const fields = groupFields(call.services, user, call.now);
  if (wanted.has('groups')) shown.groups = fields.groups;
  if (wanted.has('groupmemberships')) shown.groupmemberships = fields.groupmemberships;
  if (wanted.has('implicitgroups')) shown.implicitgroups = fields.implicitgroups;
  if (wanted.has('rights')) shown.rights = list('r', [...accounts.rights(user, null)]);
  if (wanted.has('blockinfo')) {
    const [block] = await stores.blocks.inForce(user.id, null, call.now);
    if (block) Object.assign(shown, blockInfo(call, block));
  }
  if (wanted.has('emailable')) {
    const refuses = (options.disablemail ?? '') !== '' && options.disablemail !== '0';
    // Without outgoing mail nothing can prove an address, so every one counts (MediaWiki's wgEmailAuthentication).
    const proved = user.emailConfirmedAt !== null || !config.mail.enabled;
    shown.emailable = user.email !== '' && proved && !refuses;
  }
  if (wanted.has('gender')) shown.gender = options.gender ?? 'unknown';
  if (wanted.has('centralids')) Object.assign(shown, centralIds(user, call.params.attachedwiki, config.site.wikiId));
  return shown;
}

async function missing(call: UsersCall, name: string, wanted: ReadonlySet<string>): Promise<ResultObject> {
  const shown: ResultObject = { name, missing: true };
  if (!wanted.has('cancreate')) return shown;
  const { accounts, auth } = call.services;
  const creatable = accounts.nameStatus(name).status === 'creatable';
  const error = creatable ? await auth.checkName(call, name) : coded(msg('noname'));
  shown.cancreate = error === null;
  if (error) shown.cancreateerror = call.format.list([error], 'error');
  return shown;
}

async function byNames(
  call: UsersCall,
  names: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<ResultObject[]> {
  const { accounts, stores } = call.services;
  const canonical = names.map((text) => ({ text, name: accounts.canonical(text, 'valid') }));
  const good = canonical.flatMap(({ name }) => (name === null ? [] : [name]));
  const found = new Map((await stores.users.many([...new Set(good)], [])).map((user) => [user.name, user]));
  const shown: ResultObject[] = canonical
    .filter(({ name }) => name === null)
    .map(({ text }) => ({ name: text, invalid: true }));
  for (const name of good) {
    const user = found.get(name);
    shown.push(user ? await describe(call, user, wanted) : await missing(call, name, wanted));
  }
  return shown;
}

async function byIds(call: UsersCall, ids: readonly number[], wanted: ReadonlySet<string>): Promise<ResultObject[]> {
  const known = ids.filter((id) => id > 0);
  const found = new Map((await call.services.stores.users.many([], known)).map((user) => [user.id, user]));
  const shown: ResultObject[] = [];
  for (const id of ids) {
    const user = found.get(id);
    shown.push(user ? await describe(call, user, wanted) : { userid: id, missing: true });
  }
  return shown;
}

/** `list=users`: what is public about named accounts, and whether a name can be registered. */
export const users = defineModule({
  name: 'users',
  group: 'list',
  prefix: 'us',
  className: 'ApiQueryUsers',
  cache: ({ params: { prop } }) => (prop?.includes('blockinfo') ? 'anonymous' : 'public'),
  params,
  examples: [
    {
      query: 'action=query&list=users&ususers=Example&usprop=groups|editcount|gender',
      message: 'apihelp-query+users-example-simple',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Users'],
  async handle(call) {
    call.requireOne('max', 'userids', 'users');
    const wanted = new Set<string>(call.params.prop ?? []);
    const shown =
      call.params.userids === null
        ? await byNames(call, call.params.users ?? [], wanted)
        : await byIds(call, call.params.userids, wanted);
    answer(call, 'users', list('user', shown));
  },
});
