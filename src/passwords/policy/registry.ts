import type { PolicyCheck } from './check.ts';
import { maximalLength } from './checks/maximal-length.ts';
import { minimalLength } from './checks/minimal-length.ts';
import { minimumLengthToLogin } from './checks/minimum-length-to-login.ts';
import { notADefault } from './checks/not-a-default.ts';
import { notBreached } from './checks/not-breached.ts';
import { notCommon } from './checks/not-common.ts';
import { notPartOfName } from './checks/not-part-of-name.ts';

/** Every check by its MediaWiki name. */
export const policyChecks: ReadonlyMap<string, PolicyCheck> = new Map(
  [minimalLength, minimumLengthToLogin, notPartOfName, notADefault, maximalLength, notCommon, notBreached].map(
    (check) => [check.name, check],
  ),
);
