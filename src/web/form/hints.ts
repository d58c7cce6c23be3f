import { type Message, msg } from '../../base/message.ts';

/** What a form is for: the same field is filled in otherwise by browsers and people. */
export type Purpose = 'login' | 'create' | 'change';

/** How a field is shown to people, beyond what its declaration says to programs. */
export interface Hint {
  readonly autocomplete?: string;
  readonly type?: 'email';
  /** Written as it is: no capital letters, no spelling. */
  readonly verbatim?: boolean;
  /** null = no help. */
  readonly help?: Message | null;
  readonly label?: Message;
}

const NEW_PASSWORD: Hint = { autocomplete: 'new-password', help: null };

const CODE: Hint = { autocomplete: 'one-time-code', verbatim: true };

const COMMON: Readonly<Record<string, Hint>> = {
  username: { autocomplete: 'username', verbatim: true, help: null },
  password: { autocomplete: 'current-password', help: null },
  retype: NEW_PASSWORD,
  email: { autocomplete: 'email', type: 'email', verbatim: true },
  realname: { autocomplete: 'name' },
  rememberMe: { help: null },
  OATHToken: CODE,
  code: CODE,
  RecoveryCode: { ...CODE, autocomplete: 'off' },
  token: CODE,
  captchaWord: { autocomplete: 'off', verbatim: true, help: null },
};

const CREATE: Readonly<Record<string, Hint>> = {
  username: { ...COMMON.username, help: msg('createacct-helpusername') },
  password: { ...NEW_PASSWORD, help: msg('createacct-useuniquepass') },
  retype: { ...NEW_PASSWORD, label: msg('createacct-yourpasswordagain') },
};

const CHANGE: Readonly<Record<string, Hint>> = {
  password: { ...NEW_PASSWORD, label: msg('latchkey-new-password'), help: msg('createacct-useuniquepass') },
  retype: { ...NEW_PASSWORD, label: msg('latchkey-new-password-again') },
};

/** The hint for a field by its name; most need none. */
export function hintOf(name: string, purpose: Purpose): Hint {
  const own = purpose === 'create' ? CREATE : purpose === 'change' ? CHANGE : {};
  return own[name] ?? COMMON[name] ?? {};
}
