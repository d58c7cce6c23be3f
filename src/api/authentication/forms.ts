import type { Field } from '../../auth/fields.ts';
import type { AuthAction } from '../../auth/provider.ts';
import { type AuthRequest, type FilledRequest, fillAll, literal, mergeFields } from '../../auth/request.ts';
import { type Message, msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Call, ParamSpecs } from '../define.ts';
import type { ResultObject, ResultValue } from '../result.ts';

/** How texts of forms are asked for (`messageformat`). */
export const MESSAGE_FORMATS = ['html', 'none', 'raw', 'wikitext'] as const;
export type FormMessageFormat = (typeof MESSAGE_FORMATS)[number];

/** Parameters that all modules of the manager share, in MediaWiki's order. */
export const formParams = {
  requests: { type: 'string', multi: true, help: msg('api-help-authmanagerhelper-requests') },
  messageformat: {
    type: 'enum',
    values: MESSAGE_FORMATS,
    default: 'wikitext',
    help: msg('api-help-authmanagerhelper-messageformat'),
  },
  mergerequestfields: { type: 'boolean', help: msg('api-help-authmanagerhelper-mergerequestfields') },
  preservestate: { type: 'boolean', help: msg('api-help-authmanagerhelper-preservestate') },
  returnurl: { type: 'string', help: msg('api-help-authmanagerhelper-returnurl') },
  continue: { type: 'boolean', help: msg('api-help-authmanagerhelper-continue') },
} as const satisfies ParamSpecs;

/** Says in the help that a module takes the fields of forms as parameters. */
export const dynamicForms = (action: AuthAction): Message =>
  msg('api-help-authmanagerhelper-additional-params', action);

/** What a module's answer says of texts and fields. */
export interface FormStyle {
  readonly messageformat: FormMessageFormat;
  readonly merge: boolean;
}

/** The caller as the manager wants it. */
export const authCall = (call: Pick<Call, 'actor' | 'now' | 'language'>) => ({
  actor: call.actor,
  now: call.now,
  language: call.language,
});

/**
 * Reads the forms of an action from the request: only those named by `requests`, when it was given. Marks their fields
 * as used. A sensitive field in the query string ends the call with `mustpostparams`.
 */
export async function readForms(
  call: Call,
  action: AuthAction,
  only: readonly string[] | null,
): Promise<FilledRequest[]> {
  const all = await call.services.auth.forms(action, authCall(call));
  const forms = only === null ? all : all.filter((form) => only.includes(form.id));
  const fields = mergeFields(forms);
  const raw: Record<string, string> = {};
  const sensitive: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    for (const wireName of [name, ...(field.aliases ?? [])]) {
      const text = call.dynamic(wireName);
      if (text !== null) raw[wireName] = text;
      if (field.sensitive) sensitive.push(wireName);
    }
  }
  call.requirePosted(sensitive);
  return fillAll(forms, raw);
}

/** Parameters of a message for programs. Other than in `errorformat=raw`, messages among them are texts (MediaWiki's way). */
const rawParams = (message: Message, messages: Messages, language: string): ResultValue[] =>
  messages.raw(message).params.map((param, index) => {
    const isMessage = typeof param === 'object' && 'message' in param;
    return (isMessage ? messages.html(message.params[index] as Message, language) : param) as ResultValue;
  });

/** Writes a message under a key in the form that was asked for; nothing with `none`. */
export function putMessage(call: Call, into: ResultObject, key: string, message: Message, style: FormStyle): void {
  const { messages } = call.services;
  switch (style.messageformat) {
    case 'none':
      return;
    case 'raw':
      into[key] = { key: message.key, params: rawParams(message, messages, call.language) };
      return;
    case 'html':
      into[key] = messages.html(message, call.language);
      return;
    case 'wikitext':
      into[key] = messages.wikitext(message, call.language);
  }
}

function writeFields(call: Call, fields: Readonly<Record<string, Field>>, style: FormStyle): ResultObject {
  const out: ResultObject = {};
  for (const [name, field] of Object.entries(fields)) {
    const entry: ResultObject = { type: field.type };
    if (field.value !== undefined) entry.value = field.value;
    if (field.options) {
      entry.options = Object.fromEntries(
        Object.entries(field.options).map(([value, text]) => [
          value,
          call.services.messages.plain(text, call.language),
        ]),
      );
    }
    if (field.image !== undefined) entry.image = field.image;
    putMessage(call, entry, 'label', field.label, style);
    putMessage(call, entry, 'help', field.help, style);
    entry.optional = field.optional ?? false;
    entry.sensitive = field.sensitive ?? false;
    out[name] = entry;
  }
  return out;
}

/** Writes forms as clients read them: a list of requests, their fields inside or merged beside it. */
export function writeForms(call: Call, forms: readonly AuthRequest[], style: FormStyle): ResultObject {
  const requests = forms.map((form) => {
    const entry: ResultObject = {
      id: form.id,
      metadata: { ...(form.metadata as ResultObject | undefined) },
      required: form.required,
    };
    const classOf = form.id.split(':')[0] as string;
    putMessage(call, entry, 'provider', form.provider ?? literal(classOf), style);
    putMessage(call, entry, 'account', form.account ?? literal(form.id), style);
    if (!style.merge) entry.fields = writeFields(call, form.fields, style);
    return entry;
  });
  const out: ResultObject = { requests };
  if (style.merge) out.fields = writeFields(call, mergeFields(forms), style);
  return out;
}

/** Ends the call with `reauthenticate` unless the caller signed in a short while ago. */
export function requireFreshSignIn(call: Call): void {
  const status = call.services.auth.securityStatus(call.actor, call.now);
  if (status === 'ok') return;
  if (status === 'reauth') throw apiError(msg('apierror-reauthenticate'));
  throw apiError(msg('apierror-cannotreauthenticate'));
}
