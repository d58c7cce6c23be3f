import type { Config } from '../config/index.ts';
import { breachList } from './breach/breach-list.ts';
import { commonListWith, isCommonPassword } from './common/common-list.ts';
import type { HashChoice } from './formats/registry.ts';
import { createHasher, type Hasher, type HasherOptions } from './hasher.ts';
import type { PasswordLists } from './policy/check.ts';
import { checkPassword, type PolicyStatus } from './policy/check-password.ts';
import { effectivePolicy, type GroupPolicies, longestMinimum, type Policy } from './policy/policy.ts';
import { randomPassword } from './random-password.ts';

/** Everything about passwords: their hashes and what a good one is. */
export interface Passwords extends Hasher {
  /** The policy of an account with these explicit and implicit groups. */
  policyFor(groups: Iterable<string>): Policy;
  /** Holds a password against the policy of an account with this canonical name and these groups. */
  check(candidate: { name: string; groups: Iterable<string>; password: string }): Promise<PolicyStatus>;
  /** A new random password that no group's policy finds too short. */
  random(): string;
}

/** What {@link createPasswords} is made of. */
export interface PasswordsOptions extends HasherOptions {
  readonly policies: GroupPolicies;
  /** By default the built-in common list and no list of breached passwords. */
  readonly lists?: Partial<PasswordLists>;
}

/** Makes the parts work together. Throws as `createHasher` does. */
export function createPasswords(options: PasswordsOptions): Passwords {
  const lists: PasswordLists = { isCommon: isCommonPassword, isBreached: null, ...options.lists };
  const policyFor = (groups: Iterable<string>) => effectivePolicy(options.policies, groups);
  const minimum = longestMinimum(options.policies);
  return {
    ...createHasher(options),
    policyFor,
    check: ({ name, groups, password }) => checkPassword(policyFor(groups), { name, password }, lists),
    random: () => randomPassword(minimum),
  };
}

function choiceOf(config: Config['passwords']): HashChoice {
  switch (config.format) {
    case 'argon2id':
      return { format: 'argon2id', ...config.argon2 };
    case 'pbkdf2':
      return { format: 'pbkdf2', ...config.pbkdf2 };
    case 'bcrypt':
      return { format: 'bcrypt', ...config.bcrypt };
  }
}

/** The options that the section `passwords` of the configuration stands for. */
export function passwordsOptions(config: Config['passwords']): PasswordsOptions {
  const { source, timeoutMs } = config.breachedList;
  return {
    choice: choiceOf(config),
    ...(config.hashConcurrency !== null && { concurrency: config.hashConcurrency }),
    queueLimit: config.hashQueueLimit,
    maxPasswordBytes: config.maxBytes,
    policies: config.policies,
    lists: {
      isCommon: config.commonListFile === null ? isCommonPassword : commonListWith(config.commonListFile),
      isBreached: source === null ? null : breachList({ source, timeoutMs }),
    },
  };
}
