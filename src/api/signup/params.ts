import type { Call, ParamSpecs } from '../define.ts';

/** Parameters of `action=signup`; they have no prefix. */
export const signupParams = {
  name: { type: 'string' },
  password: { type: 'password', sensitive: true },
  retype: { type: 'password', sensitive: true },
  email: { type: 'string' },
  domain: { type: 'string' },
  realname: { type: 'string' },
  source_action: { type: 'string' },
  source_ns: { type: 'string' },
  source_article: { type: 'string' },
  token: { type: 'string', sensitive: true },
} as const satisfies ParamSpecs;

/** A running call with these parameters. */
export type SignupCall = Call<typeof signupParams>;
