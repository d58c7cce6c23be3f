import type { AuthRequest, FilledRequest } from '../../auth/request.ts';
import { fill, fillAll } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { ACCOUNT_LANGUAGE_REQUEST } from '../../providers/account-language/index.ts';
import { CREATION_REASON_REQUEST } from '../../providers/creation-reason/index.ts';
import { PASSWORD_REQUEST } from '../../providers/password/request.ts';
import { TEMPORARY_REQUEST } from '../../providers/temporary-password/request.ts';
import { USER_DATA_REQUEST } from '../../providers/user-data/index.ts';
import { USERNAME_REQUEST } from '../../providers/user-name/index.ts';
import { authCall } from '../authentication/forms.ts';
import type { Call } from '../define.ts';

/** Requests that the parameters of this interface fill by themselves. */
const OWN: ReadonlySet<string> = new Set([
  USERNAME_REQUEST,
  PASSWORD_REQUEST,
  TEMPORARY_REQUEST,
  USER_DATA_REQUEST,
  CREATION_REASON_REQUEST,
]);

/** A form that makes accounts for people of a directory: it lets them choose a `domain`. */
const isDirectory = ({ fields }: AuthRequest): boolean => fields.domain?.options !== undefined;

/** What the parameters of an older interface say of the account. */
export interface SentAccount {
  readonly name: string | null;
  readonly password: string | null;
  readonly retype: string | null;
  readonly domain: string | null;
  readonly email: string | null;
  readonly realname: string | null;
  readonly mailpassword?: boolean;
  readonly reason?: string | null;
  readonly language?: string | null;
}

/** The forms of an account creation, and what was sent for them. */
export interface LegacyRequests {
  readonly forms: readonly AuthRequest[];
  readonly filled: readonly FilledRequest[];
}

/** Whether an account is to be one of a directory. `local` is what older interfaces call accounts of the wiki itself. */
export const isOfDirectory = ({ domain }: Pick<SentAccount, 'domain'>): boolean =>
  domain !== null && domain !== '' && domain !== 'local';

/**
 * What `createaccount` of today would have been sent, from the parameters of an older interface; other forms' fields are
 * read from the request. Throws `wrongpassword` when no directory takes the domain.
 */
export async function requestsOf(call: Call, sent: SentAccount): Promise<LegacyRequests> {
  const { email, realname, reason = null, language = null } = sent;
  const forms = await call.services.auth.forms('create', authCall(call));
  const text = (id: string, field: string, value: string | null): FilledRequest[] =>
    value === null || value === '' ? [] : [{ id, values: { [field]: value } }];
  const userData = forms.filter(({ id }) => id === USER_DATA_REQUEST);
  const filled = [
    { id: USERNAME_REQUEST, values: { username: sent.name ?? '' } },
    credentials(sent, forms),
    ...fillAll(userData, { email: email ?? '', realname: realname ?? '' }),
    ...text(CREATION_REASON_REQUEST, 'reason', reason),
    ...text(ACCOUNT_LANGUAGE_REQUEST, 'language', language),
    ...others(
      call,
      forms.filter((form) => !OWN.has(form.id) && !isDirectory(form)),
    ),
  ];
  return { forms, filled };
}

/** How the account is going to be signed in to: by a mailed password, a directory, or the password that was sent. */
function credentials(sent: SentAccount, forms: readonly AuthRequest[]): FilledRequest {
  const { name, password, retype, domain, mailpassword } = sent;
  const values = { username: name ?? '', password: password ?? '', retype: retype ?? '' };
  if (isOfDirectory(sent)) {
    for (const form of forms.filter(isDirectory)) {
      const filled = fill(form, { ...values, domain: domain ?? '' });
      if (filled) return filled;
    }
    throw apiError(msg('wrongpassword'));
  }
  return mailpassword ? { id: TEMPORARY_REQUEST, values: { mailpassword: true } } : { id: PASSWORD_REQUEST, values };
}

/** Forms of other providers (a CAPTCHA): their fields are parameters, in small letters too. */
function others(call: Call, forms: readonly AuthRequest[]): FilledRequest[] {
  const raw: Record<string, string> = {};
  for (const [name, field] of forms.flatMap((form) => Object.entries(form.fields))) {
    for (const wireName of [name, name.toLowerCase(), ...(field.aliases ?? [])]) {
      const value = call.dynamic(wireName);
      if (value !== null) raw[name] ??= value;
      if (field.sensitive) call.requirePosted([wireName]);
    }
  }
  return fillAll(forms, raw);
}
