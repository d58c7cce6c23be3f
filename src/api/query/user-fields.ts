import { IMPLICIT_GROUPS } from '../../accounts/groups.ts';
import type { Services } from '../../auth/services.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { list, mark, type ResultObject } from '../result.ts';
import { expiryText } from './time-text.ts';

/** Members about groups and rights that several modules share. */
export interface GroupFields {
  readonly groups: string[];
  readonly implicitgroups: string[];
  readonly groupmemberships: ResultObject[];
}

/** Groups of an account (null = a visitor), marked for XML; those it was put into come first. */
export function groupFields(services: Services, user: UserRecord | null, now: number): GroupFields {
  const all = services.accounts.effectiveGroups(user);
  const implicit = all.filter((group) => IMPLICIT_GROUPS.includes(group));
  const explicit = all.filter((group) => !IMPLICIT_GROUPS.includes(group));
  const memberships = (user?.groups ?? []).filter((m) => m.expiresAt === null || m.expiresAt > now);
  return {
    groups: list('g', [...explicit, ...implicit]),
    implicitgroups: list('g', implicit),
    groupmemberships: list(
      'groupmembership',
      memberships.map(({ group, expiresAt }): ResultObject => ({ group, expiry: expiryText(expiresAt, 'infinity') })),
    ),
  };
}

/** Ids across wikis. There is only this one, under the provider name `local`; nobody is attached to another wiki. */
export function centralIds(user: UserRecord | null, attachedWiki: string | null, thisWiki: string): ResultObject {
  const attached = user !== null;
  const fields: ResultObject = {
    centralids: mark({ local: user?.id ?? 0 }, { kind: 'assoc' }),
    attachedlocal: mark({ local: attached }, { kind: 'assoc' }),
  };
  if (attachedWiki !== null && attachedWiki !== '') {
    fields.attachedwiki = mark({ local: attached && attachedWiki === thisWiki }, { kind: 'assoc' });
  }
  return fields;
}
