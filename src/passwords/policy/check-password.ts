import type { Message } from '../../base/message.ts';
import type { Candidate, Finding, PasswordLists, PolicyCheck } from './check.ts';
import { type Policy, rulesOf } from './policy.ts';
import { policyChecks } from './registry.ts';

/** One rule that a password breaks. */
export interface PolicyFailure {
  /** Name of the check. */
  readonly check: string;
  readonly message: Message;
  /** API code: the key of the message. */
  readonly code: string;
  /** The password may not even be used to sign in. */
  readonly fatal: boolean;
  readonly forceChange: boolean;
  readonly suggestChangeOnLogin: boolean;
  /** What the rule asked for. */
  readonly value: number | boolean;
}

/** What a policy says about a password. */
export interface PolicyStatus {
  /** `Invalid`: may not be used at all. `Change`: may be used to sign in, not be chosen. */
  readonly validity: 'Good' | 'Change' | 'Invalid';
  /** In the order of the policy; one message can occur twice. */
  readonly failures: readonly PolicyFailure[];
  /** A sign-in must lead to a change. Never with `Invalid`, where there is no sign-in. */
  readonly forceChange: boolean;
  /** A sign-in should offer a change. Never together with `forceChange`. */
  readonly suggestChangeOnLogin: boolean;
  /** For the operator: checks that could not be made. */
  readonly warnings: readonly string[];
}

async function findings(
  check: PolicyCheck,
  value: number | boolean,
  candidate: Candidate,
  lists: PasswordLists,
  warnings: string[],
): Promise<Finding[]> {
  try {
    return await check.check(value, candidate, lists);
  } catch (error) {
    if (check.whenUnanswered === undefined) throw error;
    warnings.push(`${check.name}: ${check.whenUnanswered} (${error instanceof Error ? error.message : error})`);
    return [];
  }
}

function summarise(failures: PolicyFailure[], warnings: string[]): PolicyStatus {
  const fatal = failures.some((failure) => failure.fatal);
  const forceChange = !fatal && failures.some((failure) => failure.forceChange);
  return {
    validity: fatal ? 'Invalid' : failures.length > 0 ? 'Change' : 'Good',
    failures,
    forceChange,
    suggestChangeOnLogin: !fatal && !forceChange && failures.some((failure) => failure.suggestChangeOnLogin),
    warnings,
  };
}

/**
 * Holds a password against every rule of a policy, one after the other. Lengths are bytes of UTF-8 in NFC, the form in
 * which MediaWiki sees all input. Throws RangeError when the policy names an unknown check.
 */
export async function checkPassword(policy: Policy, candidate: Candidate, lists: PasswordLists): Promise<PolicyStatus> {
  const failures: PolicyFailure[] = [];
  const warnings: string[] = [];
  const normal = { name: candidate.name, password: candidate.password.normalize('NFC') };
  for (const [name, rule] of rulesOf(policy)) {
    const check = policyChecks.get(name);
    if (check === undefined) throw new RangeError(`there is no password check named ${name}`);
    const { value, forceChange = false, suggestChangeOnLogin = false } = rule;
    for (const { message, fatal } of await findings(check, value, normal, lists, warnings)) {
      failures.push({ check: name, message, code: message.key, fatal, forceChange, suggestChangeOnLogin, value });
    }
  }
  return summarise(failures, warnings);
}
