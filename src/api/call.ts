import { listOf, msg } from '../base/message.ts';
import { fail } from '../errors/table.ts';
import type { Call } from './define.ts';
import type { CompiledModule } from './module.ts';
import type { Run } from './run.ts';

/** Takes what a query submodule says of its continuation. */
export type ContinueSink = (wire: string, value: string) => void;

const NO_CONTINUE: ContinueSink = () => {
  throw new TypeError('only submodules of query can be continued');
};

const runs = new WeakMap<Call, Run>();

/** The run behind a call: for the modules that are part of the framework (`query`, `help`, `paraminfo`). */
export function runOf(call: Call): Run {
  const run = runs.get(call);
  if (run === undefined) throw new TypeError('not a call of this API');
  return run;
}

/** What a handler sees of a run. */
export function createCall(
  run: Run,
  module: CompiledModule,
  params: Readonly<Record<string, unknown>>,
  given: ReadonlySet<string>,
  onContinue: ContinueSink = NO_CONTINUE,
): Call {
  const { definition, path } = module;
  const wire = (name: string): string => definition.prefix + name;
  const names = (list: readonly string[]) => listOf(list.map(wire), 'text');
  const call: Call = {
    params: params as Call['params'],
    given,
    request: run.request,
    actor: run.actor,
    services: run.services,
    now: run.now,
    language: run.language,
    module: definition,
    path,
    result: run.result,
    format: run.format,
    lacksSameOrigin: run.lacksSameOrigin,
    paramName: wire,
    warn: (message) => run.warn(path, message),
    deprecated: (message, feature) => run.report.deprecated(path, message, feature),
    continueWith: (name, value) => onContinue(wire(name), Array.isArray(value) ? value.join('|') : String(value)),
    requirePosted: (wireNames) => run.requirePosted(wireNames),
    requireRight(...anyOf) {
      if (anyOf.some((right) => run.may(right))) return;
      throw fail('permissiondenied', [msg(`action-${anyOf[0]}`)]);
    },
    requireOne(mode, ...candidates) {
      const sent = candidates.filter((name) => {
        const value = params[name];
        return value !== null && value !== undefined && value !== false;
      });
      if (sent.length > 1 && mode !== 'atLeast') {
        throw fail('invalidparammix', [names(sent), sent.length]);
      }
      if (sent.length === 0 && mode !== 'max') {
        const key = mode === 'only' ? 'apierror-missingparam-one-of' : 'apierror-missingparam-at-least-one-of';
        throw fail('missingparam', [names(candidates), candidates.length], { key });
      }
    },
    page: (html, filename) => {
      run.page = { html, filename };
    },
    dynamic: (name) => run.text(name, false)?.value ?? null,
  };
  runs.set(call, run);
  return call;
}
