import type { Call, ParamSpecs } from '../define.ts';

/** Parameters of `createaccount` before MediaWiki 1.27; they have no prefix. */
export const legacyParams = {
  name: { type: 'string' },
  password: { type: 'password', sensitive: true },
  domain: { type: 'string' },
  token: { type: 'string', sensitive: true },
  email: { type: 'string' },
  realname: { type: 'string' },
  mailpassword: { type: 'boolean' },
  reason: { type: 'string' },
  language: { type: 'string' },
} as const satisfies ParamSpecs;

/** A running call with these parameters. */
export type LegacyCall = Call<typeof legacyParams>;

/** The same call for what takes any module's. */
export const anyCall = (call: LegacyCall): Call => call as unknown as Call;
