export { canonicalUserName, type NameLevel, type NameStatus, nameStatus } from './canonical.ts';
export { isValidEmail } from './email.ts';
export { defaultPrefixes } from './prefixes.ts';
export { defaultNameRules, defaultReservedNames, makeNameRules, type NameRules } from './rules.ts';
export { skeleton } from './skeleton.ts';
