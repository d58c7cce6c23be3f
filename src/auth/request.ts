import { type Message, msg } from '../base/message.ts';
import type { Field, Fields } from './fields.ts';

export type RequestRequired = 'optional' | 'required' | 'primary-required';

/**
 * A form of a sign-in or account-creation step, as data: the JSON answer, the HTML form, `authmanagerinfo` and the
 * reading of a submission all come from it. MediaWiki's AuthenticationRequest.
 */
export interface AuthRequest {
  /** Unique in a list; clients send it back, e.g. `MediaWiki\Auth\PasswordAuthenticationRequest`. */
  readonly id: string;
  readonly required: RequestRequired;
  /** Who asks; default: the class part of the id. */
  readonly provider?: Message;
  /** For which account; default: the id. */
  readonly account?: Message;
  /** For programs. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly fields: Fields;
  /** Counts as filled although optional fields were not sent at all. */
  readonly partial?: boolean;
}

/** What was sent for one request. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A request that the submission fills: all its fields were there. */
export interface FilledRequest {
  readonly id: string;
  readonly values: Values;
}

/** A message that is just this text. On the wire its key is `$1`. */
export const literal = (text: string): Message => msg('$1', text);

type Raw = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

function fieldValue(name: string, field: Field, raw: Raw): string | boolean | readonly string[] | undefined {
  const given = raw[name] ?? field.aliases?.map((alias) => raw[alias]).find((value) => value !== undefined);
  if (field.type === 'checkbox' || field.type === 'button') {
    const pressed = (given !== undefined && given !== false) || raw[`${name}_x`] !== undefined;
    return pressed || field.optional ? pressed : undefined;
  }
  if (field.type === 'multiselect') {
    const chosen =
      given === undefined ? [] : typeof given === 'string' ? given.split('|').filter((v) => v !== '') : given;
    if (!Array.isArray(chosen) || (chosen.length === 0 && !field.optional)) return undefined;
    return chosen.every((v: string) => v in (field.options ?? {})) ? chosen : undefined;
  }
  if (typeof given !== 'string') return undefined;
  if (given === '') return field.optional ? given : undefined;
  if (field.type === 'select' && !(given in (field.options ?? {}))) return undefined;
  return given;
}

/** Fills one request from a submission; null when a field is missing or wrong (then the request does not count). */
export function fill(request: AuthRequest, raw: Raw): FilledRequest | null {
  const fields = Object.entries(request.fields).filter(([, field]) => field.type !== 'null');
  if (fields.length === 0) return null;
  const values: Record<string, string | boolean | readonly string[]> = {};
  for (const [name, field] of fields) {
    const value = fieldValue(name, field, raw);
    if (value !== undefined) values[name] = value;
    else if (!(request.partial && field.optional)) return null;
  }
  return { id: request.id, values };
}

/** The requests of a list that a submission fills. */
export const fillAll = (requests: readonly AuthRequest[], raw: Raw): FilledRequest[] =>
  requests.map((request) => fill(request, raw)).filter((filled) => filled !== null);

/** The value of a text field in the first filled request of this id; null when that request was not filled. */
export function textOf(filled: readonly FilledRequest[], id: string, field: string): string | null {
  const value = filled.find((f) => f.id === id)?.values[field];
  return typeof value === 'string' ? value : null;
}

/** The user name that the filled requests agree on: the first one given. */
export function usernameOf(filled: readonly FilledRequest[]): string | null {
  for (const { values } of filled) if (typeof values.username === 'string') return values.username;
  return null;
}

/**
 * All fields of a list of requests in one map, as a client sees them with `mergerequestfields`: a field is optional when
 * the form can go through without it.
 */
export function mergeFields(requests: readonly AuthRequest[]): Record<string, Field> {
  const needed = (request: AuthRequest): string[] =>
    Object.entries(request.fields).flatMap(([name, field]) => (field.optional ? [] : [name]));
  let shared: string[] | null = null;
  for (const request of requests) {
    if (request.required !== 'primary-required') continue;
    const own = needed(request);
    shared = shared === null ? own : shared.filter((name) => own.includes(name));
  }
  const merged: Record<string, Field> = {};
  for (const request of requests) {
    for (const [name, field] of Object.entries(request.fields)) {
      const escapable =
        request.required === 'optional' || (request.required === 'primary-required' && !shared?.includes(name));
      const optional = escapable || (field.optional ?? false);
      const before = merged[name];
      merged[name] = before
        ? {
            ...before,
            options: field.options ? { ...field.options, ...before.options } : before.options,
            optional: (before.optional ?? false) && optional,
            sensitive: (before.sensitive ?? false) || (field.sensitive ?? false),
          }
        : { ...field, optional, sensitive: field.sensitive ?? false };
    }
  }
  return merged;
}
