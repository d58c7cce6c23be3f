import { STATUS_CODES } from 'node:http';
import { msg } from '../base/message.ts';
import { isoTime } from '../base/time.ts';
import type { ApiError } from '../errors/api-error.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import type { Format, FormatParams } from './formats/format.ts';
import { formatByName } from './formats/registry.ts';
import type { CompiledModule } from './module.ts';
import { prettyPage, wrappedPage } from './pages.ts';
import { errorMembers } from './report.ts';
import type { ApiResponse } from './request.ts';
import { mark, marksOf, type ResultObject } from './result.ts';
import { isApiError, type Run } from './run.ts';

/** The format of an answer when none, or an unknown one, was asked for. */
const DEFAULT_FORMAT = 'jsonfm';

interface Printer {
  readonly format: Format;
  readonly module: CompiledModule;
  readonly params: FormatParams;
}

/** Members that the main parameters ask for. */
function requestedFields(run: Run): ResultObject {
  const { main } = run;
  const fields: ResultObject = {};
  if (main.requestid !== null) fields.requestid = main.requestid;
  if (main.servedby && run.services.config.api.showHostnames) fields.servedby = run.settings.hostname;
  if (main.curtimestamp) fields.curtimestamp = isoTime(run.now);
  if (main.responselanginfo) {
    fields.uselang = run.language;
    fields.errorlang = run.errorLanguage;
  }
  return fields;
}

/** The whole tree: what stands on top, warnings, requested members, and then the members of the answer. */
function wholeTree(run: Run, members: ResultObject): ResultObject {
  const warnings = run.report.warnings(run.format);
  const tree: ResultObject = { ...run.top };
  if (warnings !== null) tree.warnings = warnings;
  Object.assign(tree, requestedFields(run), members);
  const marks = marksOf(members);
  return marks === undefined ? tree : mark(tree, marks);
}

function choose(run: Run): Pick<Printer, 'format' | 'module'> {
  const asked = run.main.format;
  const format = formatByName(asked) ?? (formatByName(DEFAULT_FORMAT) as Format);
  return { format, module: run.settings.modules.find('format', format.module.name) as CompiledModule };
}

async function printerOf(run: Run): Promise<Printer> {
  const { format, module } = choose(run);
  if (module.params.length === 0) return { format, module, params: {} };
  const { params } = await run.read(module);
  for (const warning of format.check?.(params) ?? []) run.report.warn(module.path, warning);
  return { format, module, params };
}

/** The parameters of a format whose own ones were refused. */
const defaultParams: FormatParams = { formatversion: '1', callback: null, xslt: null };

/** Where the answer may be kept, from the least to the most. `Expires` belongs to public ones. */
function cacheHeaders(run: Run, isHtml: boolean): [string, string][] {
  const { main, module } = run;
  const { maxage: maxAge, smaxage: shared } = main;
  const isPrivate = run.cache === 'private' || (run.cache === 'anonymous' && (run.session?.id ?? null) !== null);
  const own: [string, string] = [
    'Cache-Control',
    `private, must-revalidate, max-age=${run.cache !== 'private' || (run.accepted && module?.writes === false) ? maxAge : 0}`,
  ];
  const vary = ['Accept-Encoding'];
  if (run.cache !== 'private') vary.push(...(run.variesByOrigin ? ['Origin'] : []), 'Treat-as-Untrusted');
  vary.push('Cookie');
  const varies: [string, string][] = run.cache === 'private' && !isHtml ? [] : [['Vary', vary.join(', ')]];
  if (isPrivate || (shared <= 0 && maxAge <= 0)) return [...varies, own];
  const expires = new Date(Math.min(shared, maxAge) === 0 ? 1000 : run.now + Math.min(shared, maxAge) * 1000);
  return [
    ...varies,
    ['Expires', expires.toUTCString()],
    ['Cache-Control', `s-maxage=${shared}, max-age=${maxAge}, public`],
  ];
}

/** The pages of the API load and run nothing. */
const PAGE_POLICY: [string, string] = [
  'Content-Security-Policy',
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
];

interface Body {
  readonly status: number;
  readonly type: string;
  readonly filename: string;
  readonly text: string;
  readonly isHtml: boolean;
}

function bodyOf(run: Run, printer: Printer, members: ResultObject, status: number): Body {
  const { format, params } = printer;
  const text = format.write(wholeTree(run, members), params, false);
  const { pretty } = format;
  if (pretty === undefined) {
    return {
      status,
      type: format.contentType(params),
      filename: `api-result.${format.extension(params)}`,
      text,
      isHtml: false,
    };
  }
  if (params.wrappedhtml === true) {
    return {
      status: 200,
      type: 'text/mediawiki-api-prettyprint-wrapped; charset=utf-8',
      filename: 'api-result-wrapped.json',
      text: wrappedPage(text, status, STATUS_CODES[status] ?? '', run.services.clock.now() - run.now),
      isHtml: false,
    };
  }
  // A browser shows the page itself only when the status is no error.
  const page = prettyPage(run, pretty, text, status);
  return { status: 200, type: format.contentType(params), filename: 'api-result.html', text: page, isHtml: true };
}

function respond(run: Run, body: Body, extra: readonly (readonly [string, string])[]): ApiResponse {
  const headers: [string, string][] = [
    ['Content-Type', body.type],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Content-Disposition', `inline; filename=${body.filename}`],
    ...run.headers,
    ...(extra as [string, string][]),
    ...(body.isHtml ? [PAGE_POLICY] : []),
    ...cacheHeaders(run, body.isHtml),
    ['X-Request-Id', run.request.id],
  ];
  if (run.lacksSameOrigin) headers.push(['MediaWiki-Login-Suppressed', 'true']);
  return { status: body.status, headers, body: run.request.method === 'HEAD' ? '' : body.text };
}

/** Writes the answer of a request that went well. Throws an `ApiError` when the format's own parameters are wrong. */
export async function renderResult(run: Run): Promise<ApiResponse> {
  if (run.page !== null) {
    const { html, filename } = run.page;
    return respond(run, { status: 200, type: 'text/html; charset=UTF-8', filename, text: html, isHtml: true }, []);
  }
  run.path = choose(run).module.path;
  const printer = await printerOf(run);
  return respond(run, bodyOf(run, printer, run.result, 200), []);
}

/** A format that refuses its own parameters writes the error with its defaults, and warns of it. */
async function printerOfError(run: Run): Promise<Printer> {
  try {
    return await printerOf(run);
  } catch (error) {
    if (!isApiError(error)) throw error;
    run.report.warn('main', coded(msg('apiwarn-errorprinterfailed')));
    const { format, module } = choose(run);
    for (const message of error.errors) run.report.warn(module.path, message);
    return { format, module, params: { ...defaultParams, wrappedhtml: run.peek('wrappedhtml') !== undefined } };
  }
}

function documentation(run: Run): string {
  const { messages } = run.services;
  const address = `${run.services.publicUrl()}/w/api.php`;
  const parts = [msg('api-usage-docref', address), msg('api-usage-mailinglist-ref')];
  return parts
    .map((part) => messages.plain(part, run.errorLanguage))
    .join(' ')
    .trim();
}

/** The codes of an error as the header `MediaWiki-API-Error` lists them. */
const codesOf = (errors: readonly CodedMessage[]): string =>
  [...new Set(errors.map(({ code }) => (/^[A-Za-z0-9_-]+$/.test(code) ? code : '<invalid-code>')))].join(', ');

/** Writes the answer of a request that failed: nothing of its result stays, the warnings do. */
export async function renderError(run: Run, error: ApiError): Promise<ApiResponse> {
  run.cache = 'private';
  run.page = null;
  for (const name of Object.keys(run.top)) delete run.top[name];
  const printer = await printerOfError(run);
  const docref = error.status >= 500 ? null : documentation(run);
  const members = errorMembers(error, run.path, run.format, docref);
  const body = bodyOf(run, printer, members, error.status);
  return respond(run, body, [['MediaWiki-API-Error', codesOf(error.errors)], ...Object.entries(error.headers)]);
}
