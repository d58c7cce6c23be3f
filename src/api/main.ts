import { hostname } from 'node:os';
import { followBlock } from '../auth/block-cookie.ts';
import type { Services } from '../auth/services.ts';
import { asApiError, isInternal } from '../errors/failures.ts';
import type { CookieChange, Session } from '../sessions/types.ts';
import { checkCors } from './cors.ts';
import type { ModuleDefinition } from './define.ts';
import { formats } from './formats/registry.ts';
import { type MainParams, mainModule } from './main-module.ts';
import { createModuleSet, type ModuleSet } from './module.ts';
import { renderError, renderResult } from './render.ts';
import { createMessageFormat } from './report.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { type ActorFactory, type ApiSettings, type LagSource, Run } from './run.ts';
import { STEPS } from './steps.ts';

/** What the composition root gives to the API. */
export interface ApiOptions {
  readonly services: Services;
  /** The modules of `registry.ts`, or another choice. */
  readonly modules: readonly ModuleDefinition[];
  readonly openSession: (request: ApiRequest) => Promise<Session>;
  readonly actorOf: ActorFactory;
  /** Default: the stores never lag. */
  readonly lag?: LagSource;
}

/** An answer, and the cookies that go with it. */
export type ApiAnswer = ApiResponse & { readonly cookies: readonly CookieChange[] };

/** The Action API. */
export interface Api {
  /** Answers one request. Never rejects: what goes wrong becomes an error answer. */
  handle(request: ApiRequest): Promise<ApiAnswer>;
  readonly modules: ModuleSet;
}

const UNREAD: MainParams = {
  action: 'help',
  format: 'jsonfm',
  maxlag: null,
  smaxage: 0,
  maxage: 0,
  assert: null,
  assertuser: null,
  requestid: null,
  servedby: false,
  curtimestamp: false,
  responselanginfo: false,
  origin: null,
  uselang: 'user',
  errorformat: 'bc',
  errorlang: 'uselang',
  errorsuselocal: false,
};

const plainPage = (status: number, text: string, headers: [string, string][]): ApiResponse => ({
  status,
  headers: [['Content-Type', 'text/html; charset=UTF-8'], ['X-Content-Type-Options', 'nosniff'], ...headers],
  body: text,
});

/** The answer that the check of the caller's origin gives by itself: a refusal, or that of a preflight request. */
function answerByOrigin(run: Run): ApiResponse | null {
  const { request } = run;
  const own: [string, string][] = [['X-Request-Id', request.id]];
  const origin = run.text('origin')?.value ?? null;
  const cors = checkCors(request, origin, run.services.config.api.allowedOrigins);
  if (!cors.allowed) {
    return plainPage(403, "'origin' parameter does not match Origin header\n", [['Cache-Control', 'no-cache'], ...own]);
  }
  for (const [name, value] of cors.headers) run.headers.push([name, value]);
  run.variesByOrigin = cors.varies;
  if (request.method !== 'OPTIONS') return null;
  if (run.lacksSameOrigin) own.push(['MediaWiki-Login-Suppressed', 'true']);
  return plainPage(200, '', [...run.headers, ...own]);
}

async function answer(run: Run): Promise<ApiResponse> {
  try {
    if (!run.services.config.api.enabled) {
      return plainPage(403, 'The API of this site is switched off.\n', [['X-Request-Id', run.request.id]]);
    }
    const early = answerByOrigin(run);
    if (early !== null) return early;
    for (const step of STEPS) {
      const done = step.run(run);
      if (done instanceof Promise) await done;
    }
    return await renderResult(run);
  } catch (caught) {
    const error = asApiError(caught, run.request.id);
    if (isInternal(error)) {
      run.services.log.error({ requestId: run.request.id, module: run.path, err: caught }, 'an API request failed');
    }
    return renderError(run, error);
  }
}

/** A block follows its caller through all answers that nobody else may keep. */
async function followBlockOf(run: Run): Promise<void> {
  if (run.session === null || run.cache !== 'private') return;
  try {
    await followBlock(run.services, run.actor);
  } catch (error) {
    run.services.log.error({ requestId: run.request.id, err: error }, 'could not look for blocks');
  }
}

/** Makes the Action API over the services. Throws `TypeError` when two modules share a path. */
export function createApi(options: ApiOptions): Api {
  const { services, openSession, actorOf } = options;
  const definitions = [mainModule, ...options.modules, ...formats.map((format) => format.module)];
  const settings: ApiSettings = {
    services,
    modules: createModuleSet(definitions, services),
    openSession,
    actorOf,
    lag: options.lag ?? (() => ({ host: '', lag: -1 })),
    hostname: hostname(),
  };
  const format = createMessageFormat('bc', 'en', services.messages);
  return {
    modules: settings.modules,
    async handle(request) {
      const run = new Run(settings, request, { main: UNREAD, format });
      const response = await answer(run);
      await followBlockOf(run);
      return { ...response, cookies: run.session?.cookies ?? [] };
    },
  };
}
