import type { Provider } from './provider.ts';

/** A member of a provider beside its name and kind. */
export type AbilityName = Exclude<keyof Provider, 'id' | 'kind'>;

/** Every ability, and whether it is a method or data. The compiler keeps the list whole. */
const KINDS: Readonly<Record<AbilityName, 'method' | 'data'>> = {
  figures: 'data',
  forms: 'method',
  checkSignIn: 'method',
  checkCaller: 'method',
  checkCreation: 'method',
  checkData: 'method',
  checkName: 'method',
  signIn: 'method',
  continueSignIn: 'method',
  afterSignIn: 'method',
  autoCreate: 'method',
  create: 'method',
  continueCreate: 'method',
  created: 'method',
  afterCreate: 'method',
  continueAfterCreate: 'method',
  link: 'method',
  continueLink: 'method',
  allowsChange: 'method',
  change: 'method',
  ended: 'method',
};

/** The names of all abilities. */
export const ABILITIES = Object.keys(KINDS) as readonly AbilityName[];

/** What is wrong with a member that should be an ability; null when nothing is. */
export function abilityProblem(name: string, value: unknown): string | null {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name as AbilityName] : undefined;
  if (kind === undefined) return `${name} is no ability of a provider`;
  if (value === undefined) return null;
  if (kind === 'method') return typeof value === 'function' ? null : `${name} is no function`;
  return Array.isArray(value) ? null : `${name} is no list`;
}
