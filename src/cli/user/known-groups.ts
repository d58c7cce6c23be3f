import type { Services } from '../../auth/services.ts';
import { CommandError } from '../errors.ts';

/** Throws when one of the groups is none that an account can be put into. */
export function checkGroups({ accounts }: Services, groups: readonly string[]): void {
  const { explicit } = accounts.groups;
  const unknown = groups.find((group) => !explicit.includes(group));
  if (unknown !== undefined) {
    throw new CommandError(
      `There is no group ${JSON.stringify(unknown)}. Allowed: ${explicit.join(', ')}`,
      'nosuchgroup',
    );
  }
}
