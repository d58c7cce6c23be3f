import type { GroupPolicies, Policy, Rule } from './policy.ts';

export { defaultPolicies as DEFAULT_POLICIES } from '../../config/policies.ts';

const suggest = (value: number | boolean): Rule => ({ value, suggestChangeOnLogin: true });
const privileged: Policy = { MinimalPasswordLength: 10, MinimumPasswordLengthToLogin: 1 };

/** The policies of an unconfigured MediaWiki 1.39, groups and rules in its order. */
export const DEFAULT_POLICIES_139: GroupPolicies = {
  bureaucrat: privileged,
  sysop: privileged,
  'interface-admin': privileged,
  bot: privileged,
  default: {
    MinimalPasswordLength: suggest(1),
    PasswordCannotBeSubstringInUsername: suggest(true),
    PasswordCannotMatchDefaults: suggest(true),
    MaximalPasswordLength: suggest(4096),
    PasswordNotInCommonList: suggest(true),
  },
};
