import { z } from 'zod';
import { whole } from './schemas.ts';

const rule = <V extends z.ZodType<number | boolean>>(value: V) =>
  z
    .union([
      value,
      z.strictObject({
        value,
        suggestChangeOnLogin: z.boolean().default(false),
        forceChange: z.boolean().default(false),
      }),
    ])
    .transform((given) =>
      typeof given === 'object' ? given : { value: given, suggestChangeOnLogin: false, forceChange: false },
    );

const length = rule(whole(0));
const flag = rule(z.boolean());

const group = z.strictObject({
  MinimalPasswordLength: length.optional(),
  MinimumPasswordLengthToLogin: length.optional(),
  PasswordCannotBeSubstringInUsername: flag.optional(),
  PasswordCannotMatchDefaults: flag.optional(),
  MaximalPasswordLength: length.optional(),
  PasswordNotInCommonList: flag.optional(),
  PasswordNotBreached: flag.optional(),
});

/**
 * Password rules by group, under MediaWiki's policy names. A rule is a number or boolean, or an object that says what
 * follows at sign-in when an existing password breaks it.
 */
export const policies = z.record(z.string().min(1), group);

/** Checked policies: every rule in its long form. */
export type Policies = z.output<typeof policies>;

const soft = <V extends number | boolean>(value: V) => ({ value, suggestChangeOnLogin: true, forceChange: false });
const plain = <V extends number | boolean>(value: V) => ({ value, suggestChangeOnLogin: false, forceChange: false });

const privileged = () => ({ MinimalPasswordLength: plain(10), MinimumPasswordLengthToLogin: plain(1) });

/** The rules of MediaWiki, in its order, but for a shortest password of eight bytes for everybody. */
export const defaultPolicies: Policies = {
  bureaucrat: privileged(),
  sysop: privileged(),
  'interface-admin': privileged(),
  bot: privileged(),
  default: {
    MinimalPasswordLength: soft(8),
    PasswordCannotBeSubstringInUsername: soft(true),
    PasswordCannotMatchDefaults: soft(true),
    MaximalPasswordLength: soft(4096),
    PasswordNotInCommonList: soft(true),
  },
};

/** Given rules replace the default rules of the same group and name; all others stay. */
export const mergePolicies = (fallback: Policies, given: Policies): Policies => {
  const merged: Policies = { ...fallback };
  for (const [name, rules] of Object.entries(given)) merged[name] = { ...merged[name], ...rules };
  return merged;
};
