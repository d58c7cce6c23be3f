import type { Field } from '../../auth/fields.ts';
import { type AuthRequest, mergeFields } from '../../auth/request.ts';
import { type Message, msg } from '../../base/message.ts';
import type { CodedMessage } from '../../errors/coded-message.ts';

/** What is wrong with a form, and with which of its fields; null = with all of it. */
export interface Problem {
  readonly message: Message;
  readonly field: string | null;
}

/** Which field an error is about, by its code. The first of them that the form has is marked. */
const FIELDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^wrongpassword/, ['password']],
  [/^badretype$/, ['retype']],
  [/^(invaliduser|userexists|noname|nosuchuser|antispoof|titleblacklist|.*username.*)/, ['username']],
  [/^captcha/, ['captchaWord']],
  [/^(invalidemail|noemailcreate|changeemail)/, ['email']],
  [/^oathauth-(login|throttled)|^emailauth-/, ['OATHToken', 'code', 'RecoveryCode', 'token']],
  [/^(password|resetpass)/, ['password']],
];

/** An error of the manager as a problem of this form. */
export function problemOf({ message, code }: CodedMessage, names: readonly string[]): Problem {
  const candidates = FIELDS.find(([pattern]) => pattern.test(code))?.[1] ?? [];
  return { message, field: candidates.find((name) => names.includes(name)) ?? null };
}

const isWay = ({ fields }: AuthRequest): boolean => Object.values(fields).every(({ type }) => type === 'button');

/**
 * The fields of a form as people fill it in. Beside a button that is a whole way of its own, everything else would count
 * as optional; but who does not press it needs it.
 */
export const fieldsOf = (requests: readonly AuthRequest[]): Record<string, Field> => ({
  ...mergeFields(requests.filter(isWay)),
  ...mergeFields(requests.filter((request) => !isWay(request))),
});

const TYPED = new Set(['string', 'password', 'select']);

/**
 * What a form still needs before it is worth sending on; nothing when one of its buttons was pressed, which stands for
 * another way to go on.
 */
export function missing(fields: Readonly<Record<string, Field>>, given: (name: string) => string | null): Problem[] {
  const entries = Object.entries(fields);
  if (entries.some(([name, { type }]) => type === 'button' && given(name) !== null)) return [];
  return entries
    .filter(([name, { type, optional, aliases = [] }]) => {
      const isGiven = [name, ...aliases].some((wireName) => (given(wireName) ?? '') !== '');
      return TYPED.has(type) && !optional && !isGiven;
    })
    .map(([field]) => ({ field, message: msg('htmlform-required') }));
}
