import { listOf, msg, plain } from '../base/message.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import { fail } from '../errors/table.ts';
import { createCall } from './call.ts';
import { formatByName } from './formats/registry.ts';
import { languageOf } from './language.ts';
import type { MainParams } from './main-module.ts';
import type { CompiledModule } from './module.ts';
import { readParam } from './params/read.ts';
import { queryNeedsRead } from './query.ts';
import { createMessageFormat, type ErrorFormat } from './report.ts';
import type { Run } from './run.ts';

/** One check or action on the way of a request. Throws an `ApiError` to end it. */
export interface Step {
  readonly name: string;
  readonly run: (run: Run) => Promise<void> | void;
}

/** What every request passes, in this order. The check of the caller's origin comes before, the writing after. */
export const STEPS: readonly Step[] = [
  { name: 'main parameters', run: readMain },
  { name: 'caller', run: (run) => run.identify() },
  { name: 'language of the caller', run: readOwnLanguage },
  { name: 'main parameters are good', run: refuseMain },
  { name: 'assert', run: checkAssert },
  { name: 'assertuser', run: checkAssertUser },
  { name: 'module', run: findModule },
  { name: 'module parameters', run: readModule },
  { name: 'token not in the query string', run: requirePostedToken },
  { name: 'token', run: checkToken },
  { name: 'right to read', run: checkRead },
  { name: 'right to write', run: checkWrite },
  { name: 'lag', run: checkLag },
  { name: 'method', run: checkMethod },
  { name: 'secrets not in the query string', run: requirePostedSecrets },
  { name: 'handler', run: handle },
  { name: 'unknown parameters', run: reportUnknown },
];

/** Reads all main parameters. A failure ends the request only when the caller is known, in whose language it is told. */
async function readMain(run: Run): Promise<void> {
  const module = run.settings.modules.get('main') as CompiledModule;
  const source = run.source(module);
  const values: Record<string, unknown> = { ...run.main };
  for (const param of module.params) {
    try {
      const value = readParam(param, source);
      values[param.name] = value instanceof Promise ? await value : value;
    } catch (error) {
      run.refusal ??= error;
    }
  }
  const main = values as unknown as MainParams;
  const site = run.services.config.site.language;
  run.main = main;
  run.language = languageOf(main.uselang, { user: site, content: site }, site);
  run.errorLanguage =
    main.errorformat === 'bc' ? 'en' : languageOf(main.errorlang, { uselang: run.language, content: site }, site);
  chooseFormat(run);
}

function refuseMain(run: Run): void {
  if (run.refusal !== null) throw run.refusal;
}

function chooseFormat(run: Run): void {
  const { errorformat } = run.main;
  if (errorformat === 'bc') return;
  run.format = createMessageFormat(errorformat as ErrorFormat, run.errorLanguage, run.services.messages);
}

/** `uselang=user` means the language that the account has chosen. */
async function readOwnLanguage(run: Run): Promise<void> {
  const { main, actor, services } = run;
  if (main.uselang !== 'user' || actor.user === null) return;
  const chosen = (await services.stores.options.get(actor.user.id)).language;
  if (chosen === undefined) return;
  run.language = languageOf(chosen, {}, services.config.site.language);
  if (main.errorformat === 'bc' || main.errorlang !== 'uselang') return;
  run.errorLanguage = run.language;
  chooseFormat(run);
}

function checkAssert(run: Run): void {
  const { assert } = run.main;
  if (assert === null) return;
  const signedIn = run.actor.user !== null;
  const holds = assert === 'anon' ? !signedIn : assert === 'user' ? signedIn : run.may('bot');
  if (!holds) throw fail(`assert${assert as 'anon' | 'user' | 'bot'}failed`);
}

function checkAssertUser(run: Run): void {
  const { assertuser } = run.main;
  if (assertuser === null || run.actor.user?.name === assertuser) return;
  throw fail('assertnameduserfailed', [assertuser]);
}

function findModule(run: Run): void {
  const module = run.settings.modules.find('action', run.main.action);
  if (module === undefined) throw fail('unknown_action', [run.main.action]);
  run.module = module.alternative !== null && isMeant(run, module) ? module.alternative : module;
  if (run.main.errorformat !== 'bc' || !run.module.definition.errorsFollowLanguage) return;
  run.errorLanguage = run.language;
  run.format = createMessageFormat('bc', run.language, run.services.messages);
}

/** Whether a request is meant for the other generation of a module, by the parameters that it brings. */
function isMeant(run: Run, { definition }: CompiledModule): boolean {
  const { query, body } = run.request;
  const sent = [...query, ...body].flatMap(([name, { value }]) => (value === null ? [] : [name]));
  return definition.alternative?.when(sent, run.services) === true;
}

const moduleOf = (run: Run): CompiledModule => run.module as CompiledModule;

async function readModule(run: Run): Promise<void> {
  const module = moduleOf(run);
  run.path = module.path;
  const { params, given } = await run.read(module);
  run.params = params;
  run.given = given;
}

const tokenName = (module: CompiledModule): string => `${module.definition.prefix}token`;

function requirePostedToken(run: Run): void {
  const module = moduleOf(run);
  if (module.definition.token !== undefined && module.disabled === null) run.requirePosted([tokenName(module)]);
}

async function checkToken(run: Run): Promise<void> {
  const module = moduleOf(run);
  const type = module.definition.token;
  if (type === undefined || module.disabled !== null) return;
  const token = String(run.params.token);
  // A caller who must be taken for nobody has the token of nobody, except where the token belongs to the session.
  const nobody = run.lacksSameOrigin && type !== 'login' && type !== 'createaccount';
  const valid = nobody ? token === '+\\' : run.actor.session.checkToken(type, token);
  if (valid) return;
  await module.definition.beforeBadToken?.(createCall(run, module, run.params, run.given));
  throw fail('badtoken');
}

function checkRead(run: Run): void {
  run.accepted = true;
  run.path = 'main';
  const module = moduleOf(run);
  const needed = module.path === 'query' ? queryNeedsRead(run) : module.needsReadRight;
  if (needed && !run.may('read')) throw fail('readapidenied');
}

function checkWrite(run: Run): void {
  const { writes, definition } = moduleOf(run);
  if (!writes) return;
  const { api, site } = run.services.config;
  if (!api.writeEnabled) throw fail('noapiwrite');
  if (!run.may('writeapi')) throw fail('writeapidenied');
  const promise = run.request.headers['promise-non-write-api-action'];
  // PHP's idea of a true value, as MediaWiki tests the header.
  if (promise !== undefined && promise !== '' && promise !== '0') throw fail('promised-nonwrite-api');
  if (site.readOnly !== null && !definition.answersReadOnly) {
    throw fail('readonly', [], { data: { readonlyreason: site.readOnly } });
  }
}

function checkLag(run: Run): void {
  const { maxlag } = run.main;
  if (maxlag === null) return;
  const { host, lag } = run.settings.lag();
  if (lag <= maxlag) return;
  const shown = run.services.config.api.showHostnames;
  const headers = { 'Retry-After': String(Math.max(maxlag, 5)), 'X-Database-Lag': String(Math.trunc(lag)) };
  throw fail('maxlag', shown ? [lag, host] : [lag], {
    ...(shown ? { key: 'apierror-maxlag' } : {}),
    data: { host: shown ? host : '', lag, type: 'db' },
    headers,
  });
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

function checkMethod(run: Run): void {
  const { method, headers } = run.request;
  if (!METHODS.has(method)) throw fail('invalidmethod');
  const module = moduleOf(run);
  if (method !== 'POST') {
    if (module.mustBePosted) throw fail('mustbeposted', [module.definition.name]);
  } else if (!headers['content-type']) {
    run.report.deprecated('main', msg('apiwarn-deprecation-post-without-content-type'), 'post-without-content-type');
  }
}

function requirePostedSecrets(run: Run): void {
  const module = moduleOf(run);
  run.path = module.path;
  if (module.mustBePosted) run.requirePosted(module.sensitive);
}

async function handle(run: Run): Promise<void> {
  const module = moduleOf(run);
  const call = createCall(run, module, run.params, run.given);
  const done = module.definition.handle(call);
  if (done instanceof Promise) await done;
}

function unknownNames(run: Run): string[] {
  const format = run.settings.modules.find('format', run.main.format);
  const unknown: string[] = [];
  const { query, body } = run.request;
  for (const name of query.keys()) if (!run.used.has(name) && !format?.wireNames.has(name)) unknown.push(name);
  if (body.size === 0) return unknown;
  for (const name of body.keys()) {
    if (!run.used.has(name) && !format?.wireNames.has(name) && !query.has(name)) unknown.push(name);
  }
  return unknown;
}

function reportUnknown(run: Run): void {
  run.path = 'main';
  const unknown = unknownNames(run);
  if (unknown.length > 0) run.report.warn('main', unrecognized(unknown));
}

const unrecognized = (names: readonly string[]): CodedMessage =>
  coded(msg('apierror-unrecognizedparams', listOf(names.map(plain)), names.length));

/** Whether a name is that of a format, for the choice of the format of an error. */
export const isFormat = (name: string | undefined): name is string =>
  name !== undefined && formatByName(name) !== undefined;
