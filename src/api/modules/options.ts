import {
  isDefaultPreference,
  PREFERENCE_KINDS,
  preferenceKind,
  preferenceProblem,
} from '../../accounts/preferences.ts';
import { msg, plain } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { type Call, defineModule } from '../define.ts';

const params = {
  reset: { type: 'boolean' },
  resetkinds: { type: 'enum', multi: true, default: 'all', values: [...PREFERENCE_KINDS, 'all'] },
  change: { type: 'string', multi: true },
  optionname: { type: 'string' },
  optionvalue: { type: 'string' },
} as const;

type OptionsCall = Call<typeof params>;

/** Wished values by key; null = back to the default. */
function wishes({ params: { change, optionname, optionvalue } }: OptionsCall): ReadonlyMap<string, string | null> {
  const all = new Map<string, string | null>();
  for (const entry of change ?? []) {
    const equals = entry.indexOf('=');
    if (equals < 0) all.set(entry, null);
    else all.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
  if (optionname !== null) all.set(optionname, optionvalue);
  return all;
}

/** `action=options`: changes the caller's own preferences. What cannot be set only warns. */
export const options = defineModule({
  name: 'options',
  group: 'action',
  prefix: '',
  className: 'ApiOptions',
  params,
  token: 'csrf',
  mustBePosted: true,
  writes: true,
  examples: [
    { query: 'action=options&reset=&token=123ABC', message: 'apihelp-options-example-reset' },
    { query: 'action=options&change=skin=vector|hideminor=1&token=123ABC', message: 'apihelp-options-example-change' },
    {
      query:
        'action=options&reset=&change=skin=monobook&optionname=nickname&optionvalue=[[User:Beau|Beau]]%20([[User_talk:Beau|talk]])&token=123ABC',
      message: 'apihelp-options-example-complex',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Options'],
  errors: ['apierror-mustbeloggedin', 'apierror-permissiondenied', 'apierror-missingparam', 'apierror-nochanges'],
  async handle(call) {
    const { user } = call.actor;
    if (!user) throw apiError(msg('apierror-mustbeloggedin', msg('action-editmyoptions')), 'notloggedin');
    call.requireRight('editmyoptions');
    const { reset, resetkinds, optionname, optionvalue } = call.params;
    if (optionvalue !== null && optionname === null)
      throw apiError(msg('apierror-missingparam', 'optionname'), 'nooptionname');
    const changes = wishes(call);
    const kinds = new Set<string>(reset ? resetkinds : []);
    if (kinds.size === 0 && changes.size === 0) throw apiError(msg('apierror-nochanges'));

    const store = call.services.stores.options;
    const { site, mail } = call.services.config;
    const { language } = site;
    const update: Record<string, string | null> = {};
    if (kinds.size > 0) {
      const own = Object.keys(await store.get(user.id));
      for (const key of own) if (kinds.has('all') || kinds.has(preferenceKind(key))) update[key] = null;
    }
    for (const [key, value] of changes) {
      const problem = preferenceProblem(key, value, mail.enabled);
      if (problem) call.warn(msg('apiwarn-validationfailed', plain(key), problem));
      else update[key] = value === null || isDefaultPreference(key, value, language) ? null : value;
    }
    await store.set(user.id, update);
    call.result.options = 'success';
  },
});
