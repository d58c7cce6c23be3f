import { msg } from '../base/message.ts';
import { coded } from '../errors/coded-message.ts';
import { fail } from '../errors/table.ts';
import { createCall, runOf } from './call.ts';
import { type CacheMode, type Call, defineModule, type ModuleGroup, type ParamSpecs } from './define.ts';
import { type CompiledModule, type ModuleSet, QUERY_GROUPS } from './module.ts';
import { describePages, pageSetParams } from './pageset.ts';
import { child, type ResultObject } from './result.ts';
import type { Run } from './run.ts';

const params = {
  prop: { type: 'submodule', group: 'prop', multi: true },
  list: { type: 'submodule', group: 'list', multi: true },
  meta: { type: 'submodule', group: 'meta', multi: true },
  indexpageids: { type: 'boolean' },
  export: { type: 'boolean' },
  exportnowrap: { type: 'boolean' },
  exportschema: { type: 'enum', values: ['0.10', '0.11'], default: '0.11' },
  iwurl: { type: 'boolean' },
  continue: { type: 'string' },
  rawcontinue: { type: 'boolean' },
  ...pageSetParams,
} as const satisfies ParamSpecs;

type QueryParams = Call<typeof params>['params'];

/** The submodules that a query names, in the order in which they run. */
function submodulesOf(values: QueryParams, modules: ModuleSet): CompiledModule[] {
  const found: CompiledModule[] = [];
  for (const group of QUERY_GROUPS) {
    for (const name of values[group as 'prop' | 'list' | 'meta'] ?? []) {
      const module = modules.find(group as ModuleGroup, name);
      if (module !== undefined) found.push(module);
    }
  }
  return found;
}

/** What a query may say beside `meta` and stay open to all: frameworks add these to everything. */
const HARMLESS: ReadonlySet<string> = new Set(['meta', 'rawcontinue', 'indexpageids']);

/**
 * Whether a query needs the right to read: always, except when it asks for nothing but `meta` modules that work for
 * visitors of a private wiki.
 */
export function queryNeedsRead(run: Run): boolean {
  const submodules = submodulesOf(run.params as QueryParams, run.settings.modules);
  return (
    !run.given.has('meta') ||
    [...run.given].some((name) => !HARMLESS.has(name)) ||
    submodules.some(({ needsReadRight }) => needsReadRight)
  );
}

/** Names of the modules that earlier parts of a continued query have finished. */
function finishedBefore(text: string | null): ReadonlySet<string> {
  if (text === null || text === '') return new Set();
  const parts = text.split('||');
  if (parts.length !== 2) throw fail('badcontinue');
  return new Set(parts[1]?.split('|'));
}

const CACHE_ORDER: readonly CacheMode[] = ['private', 'anonymous', 'public'];

/** What may be cached of a whole: the least that may be cached of its parts. */
const mergeCache = (a: CacheMode, b: CacheMode): CacheMode =>
  CACHE_ORDER[Math.min(CACHE_ORDER.indexOf(a), CACHE_ORDER.indexOf(b))] ?? 'private';

/** Nothing of a private site may be kept by others, and what depends on the language of the caller only for visitors. */
function mostCache({ services, main }: Run): CacheMode {
  if (!services.accounts.groups.rightsOf('*').includes('read')) return 'private';
  return main.uselang === 'user' ? 'anonymous' : 'public';
}

/** Runs a submodule and adds its continuation; answers who may keep what it said. */
async function runSubmodule(run: Run, module: CompiledModule, continuation: ResultObject): Promise<CacheMode> {
  run.path = module.path;
  const { name, mustBePosted } = module.definition;
  if (mustBePosted && run.request.method !== 'POST') throw fail('mustbeposted', [name]);
  if (module.disabled !== null) {
    run.report.warn(module.path, coded(msg('apierror-moduledisabled', name)));
    return 'private';
  }
  const { params: values, given } = await run.read(module);
  const call = createCall(run, module, values, given, (wire, value) => {
    child(continuation, name)[wire] = value;
  });
  const done = module.definition.handle(call);
  if (done instanceof Promise) await done;
  return module.definition.cache?.(call) ?? 'private';
}

function writeContinuation(
  run: Run,
  values: QueryParams,
  ran: readonly CompiledModule[],
  continuation: ResultObject,
): void {
  const unfinished = Object.keys(continuation);
  if (values.rawcontinue) {
    if (unfinished.length > 0) run.top['query-continue'] = continuation;
    return;
  }
  const props = new Set(values.prop ?? []);
  const propsDone = !unfinished.some((name) => props.has(name));
  if (unfinished.length > 0) {
    const finished = ran.map(({ definition }) => definition.name).filter((name) => !unfinished.includes(name));
    const next: ResultObject = Object.assign({}, ...Object.values(continuation));
    next.continue = `${propsDone ? '-' : ''}||${finished.join('|')}`;
    run.top.continue = next;
  }
  if (propsDone) run.top.batchcomplete = true;
}

/** `action=query`: runs submodules and merges their continuations. */
export const query = defineModule({
  name: 'query',
  group: 'action',
  prefix: '',
  className: 'ApiQuery',
  params,
  examples: [
    { query: 'action=query&meta=siteinfo|userinfo', message: 'apihelp-query-example-meta' },
    { query: 'action=query&meta=tokens&type=login', message: 'apihelp-query-example-tokens' },
  ],
  helpUrls: [
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:Query',
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:Meta',
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:Properties',
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:Lists',
  ],
  async handle(call) {
    const run = runOf(call as unknown as Call);
    const values = call.params;
    const all = submodulesOf(values, run.settings.modules);
    run.path = 'main';
    const skipped = finishedBefore(values.continue);
    run.path = call.path;
    const continuation: ResultObject = {};
    describePages(
      values,
      values.indexpageids,
      () => child(call.result, 'query'),
      (message) => call.format.reason(coded(message)),
    );

    let cache = mostCache(run);
    for (const module of all) {
      if (skipped.has(module.definition.name)) {
        // What belongs to it is known, although it does not run.
        for (const wire of module.wireNames) run.used.add(wire);
        continue;
      }
      cache = mergeCache(cache, await runSubmodule(run, module, continuation));
    }
    run.cache = cache;
    writeContinuation(run, values, all, continuation);
  },
});
