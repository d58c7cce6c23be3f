import { form, type WireRequest } from '../wire/request.ts';
import type { Catalogue, ModuleInfo } from './catalogue.ts';
import type { Random } from './random.ts';
import { type Known, nasty, valueFor } from './values.ts';

/** Names and values, as bytes. */
export type Fields = [string, string][];

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'];
/** Sign-in and creation read these beside their own parameters. */
const DYNAMIC = new Set(['clientlogin', 'createaccount', 'linkaccount', 'changeauthenticationdata']);

function addParams(fields: Fields, module: ModuleInfo, random: Random, known: Known, share: number): void {
  for (const param of module.parameters) {
    if (param.submodules || (!param.required && !random.chance(share))) continue;
    if (param.required && random.chance(0.05)) continue;
    fields.push([module.prefix + param.name, valueFor(param, random, known)]);
  }
}

/** Parameters of a call that the declarations allow, mostly. */
export function apiFields(catalogue: Catalogue, random: Random, known: Known): { fields: Fields; posted: boolean } {
  const module = random.chance(0.4)
    ? (catalogue.actions.find(({ name }) => name === 'query') as ModuleInfo)
    : random.pick(catalogue.actions);
  const fields: Fields = [['action', module.name]];
  const format = random.chance(0.5) ? null : random.pick(catalogue.formats);
  fields.push(['format', format?.name ?? 'json']);
  if (random.chance(0.5)) fields.push(['formatversion', random.pick(['1', '2', 'latest', '3', ''])]);
  if (format) addParams(fields, format, random, known, 0.2);
  addParams(fields, catalogue.main, random, known, 0.04);
  addParams(fields, module, random, known, 0.4);
  if (module.name === 'query') {
    const chosen = Array.from({ length: 1 + random.int(3) }, () => random.pick(catalogue.queries));
    for (const group of new Set(chosen.map((query) => query.group))) {
      const names = chosen.filter((query) => query.group === group).map(({ name }) => name);
      fields.push([group, names.join('|')]);
    }
    for (const query of chosen) addParams(fields, query, random, known, 0.4);
  }
  if (DYNAMIC.has(module.name)) {
    for (const name of catalogue.fields) {
      if (random.chance(0.5)) fields.push([name, fieldValue(name, random, known)]);
    }
  }
  return { fields, posted: module.mustbeposted === true };
}

function fieldValue(name: string, random: Random, known: Known): string {
  if (random.chance(0.15)) return nasty(random);
  if (name === 'password' || name === 'retype') return known.password;
  if (name === 'username') return random.pick([...known.names, `Fuzz ${random.int(500)}`]);
  return random.pick(['', '1', 'someone@example.org', 'text', 'http://example.org/']);
}

/** Changes the list as somebody does who wants to see what happens. */
export function mutate(fields: Fields, random: Random): void {
  for (let times = 1 + random.int(4); times > 0; times--) {
    const at = random.int(fields.length);
    const field = fields[at];
    if (!field) return;
    const [name, value] = field;
    const change = random.int(9);
    if (change === 0) fields.splice(at, 1);
    else if (change === 1) fields.push([name, nasty(random)]);
    else if (change === 2) fields[at] = [`${name}[]`, value];
    else if (change === 3) fields[at] = [`${name}[${nasty(random)}][x`, value];
    else if (change === 4) fields[at] = [nasty(random), value];
    else if (change === 5) fields[at] = [name, nasty(random)];
    else if (change === 6) fields[at] = [name.toUpperCase(), value];
    else if (change === 7) fields.push([nasty(random).slice(0, 3000), nasty(random)]);
    else fields[at] = [name, value.slice(0, random.int(value.length + 1)) + random.bytes(random.int(6))];
  }
}

/** `multipart/form-data`, now and then not quite. */
function multipart(fields: Fields, random: Random): { type: string; body: string } {
  const boundary = random.chance(0.1)
    ? nasty(random)
        .replace(/[\r\n\0]/g, '')
        .slice(0, 100)
    : `b${random.int(1e9)}`;
  let body = '';
  for (const [name, value] of fields) {
    const file = random.chance(0.1) ? `; filename="${random.pick(['x', '', '../x', 'a"b'])}"` : '';
    const type = random.chance(0.1)
      ? `Content-Type: ${random.pick(['text/plain', 'x', 'text/plain; charset=utf-16'])}\r\n`
      : '';
    const quoted = name.replace(/[\r\n"]/g, '%22');
    body += `--${boundary}\r\nContent-Disposition: form-data; name="${quoted}"${file}\r\n${type}\r\n${value}\r\n`;
  }
  body += `--${boundary}--\r\n`;
  if (random.chance(0.25)) {
    const at = random.int(body.length);
    body = random.pick([
      body.slice(0, at),
      body.slice(at),
      body.slice(0, at) + random.bytes(8) + body.slice(at),
      body.replaceAll('\r\n', '\n'),
      body.replace(/name="[^"]*"/, ''),
    ]);
  }
  return { type: `multipart/form-data; boundary=${random.chance(0.1) ? `"${boundary}"` : boundary}`, body };
}

const TYPES = [
  'text/plain',
  'application/json',
  'nonsense',
  'application/x-www-form-urlencoded; charset=utf-16',
  '',
  ';',
  'a/b/c',
];

/** A call as it is sent: fields split over address and body in some way. */
export function apiRequest(input: {
  readonly fields: Fields;
  readonly posted: boolean;
  readonly headers: Fields;
  readonly path: string;
  readonly random: Random;
}): WireRequest {
  const { fields, random } = input;
  const headers = [...input.headers];
  const method = random.chance(0.06) ? random.pick(METHODS) : input.posted || random.chance(0.4) ? 'POST' : 'GET';
  if (method !== 'POST' && !random.chance(0.1)) {
    return { method, target: `${input.path}?${form(fields)}`.slice(0, 14_000), headers, body: null };
  }
  const inBody = random.chance(0.9) ? fields : fields.filter(() => random.chance(0.6));
  const inQuery = fields.filter((field) => !inBody.includes(field) || random.chance(0.02));
  const target = inQuery.length === 0 ? input.path : `${input.path}?${form(inQuery)}`.slice(0, 14_000);
  if (random.chance(0.15)) {
    const { type, body } = multipart(inBody, random);
    return { method, target, headers: [...headers, ['Content-Type', type]], body };
  }
  const type = random.chance(0.05) ? random.pick(TYPES) : 'application/x-www-form-urlencoded';
  const body = random.chance(0.03) ? random.bytes(random.int(2000)) : form(inBody);
  return { method, target, headers: [...headers, ['Content-Type', type]], body };
}
