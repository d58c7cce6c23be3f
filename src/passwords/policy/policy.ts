/** What a rule asks for, and what follows at sign-in when a password breaks it without being fatal. */
export interface Rule {
  /** A length in bytes, or whether the rule is on. */
  readonly value: number | boolean;
  /** Offer a change of the password, which can be put off. */
  readonly suggestChangeOnLogin?: boolean;
  /** Demand a change of the password. */
  readonly forceChange?: boolean;
}

/** Rules by the name of their check, in the order in which they are checked. */
export type Policy = Readonly<Record<string, number | boolean | Rule>>;

/** Policies by group; `default` holds for everybody. */
export type GroupPolicies = Readonly<Record<string, Policy>>;

type Value = number | boolean;

const isRule = (rule: Value | Rule): rule is Rule => typeof rule === 'object';
const asRule = (rule: Value | Rule): Rule => (isRule(rule) ? rule : { value: rule });

/** The stricter of two values: the larger number, or on rather than off. */
const stricterValue = (a: Value, b: Value): Value => (Number(b) > Number(a) ? b : a);

const either = (a: boolean | undefined, b: boolean | undefined) =>
  a === undefined && b === undefined ? undefined : Boolean(a) || Boolean(b);

function stricterRule(a: Value | Rule, b: Value | Rule): Value | Rule {
  if (!isRule(a) && !isRule(b)) return stricterValue(a, b);
  const [left, right] = [asRule(a), asRule(b)];
  const suggestChangeOnLogin = either(left.suggestChangeOnLogin, right.suggestChangeOnLogin);
  const forceChange = either(left.forceChange, right.forceChange);
  return {
    value: stricterValue(left.value, right.value),
    ...(suggestChangeOnLogin !== undefined && { suggestChangeOnLogin }),
    ...(forceChange !== undefined && { forceChange }),
  };
}

/** Both policies at once: the stricter value of each rule, the flags of both; order of `a`, then what only `b` has. */
export function stricterPolicy(a: Policy, b: Policy): Policy {
  const merged: Record<string, Value | Rule> = { ...a };
  for (const [name, rule] of Object.entries(b)) {
    const known = merged[name];
    merged[name] = known === undefined ? rule : stricterRule(known, rule);
  }
  return merged;
}

/**
 * The policy of an account with these groups: `default`, then each group that has a policy, in the order of
 * `policies`. As MediaWiki's UserPasswordPolicy does it.
 */
export function effectivePolicy(policies: GroupPolicies, groups: Iterable<string>): Policy {
  const member = new Set(groups);
  let effective: Policy = policies.default ?? {};
  for (const [group, policy] of Object.entries(policies)) {
    if (member.has(group)) effective = stricterPolicy(effective, policy);
  }
  return effective;
}

/** The largest of all minimum lengths, of whatever group, in bytes; 0 when there is none. */
export function longestMinimum(policies: GroupPolicies): number {
  const minima = ['MinimalPasswordLength', 'MinimumPasswordLengthToLogin'];
  const rules = Object.values(policies).flatMap((policy) => minima.map((name) => asRule(policy[name] ?? 0)));
  return Math.max(0, ...rules.map(({ value }) => Number(value)));
}

/** The rules of a policy in their long form, in order. */
export const rulesOf = (policy: Policy): [name: string, rule: Rule][] =>
  Object.entries(policy).map(([name, rule]) => [name, asRule(rule)]);
