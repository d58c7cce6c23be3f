import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { fail, type Outcome } from '../outcome.ts';
import type { AccountDraft, Creator, Provider } from '../provider.ts';
import type { FilledRequest } from '../request.ts';
import type { Run } from '../step.ts';

/**
 * Puts an account on disk with its credentials and log entry, all or nothing; then lets providers do what follows.
 * A FAIL when the name was taken meanwhile.
 */
export async function storeAccount(
  run: Run,
  draft: AccountDraft,
  creator: Creator,
  providers: readonly Provider[],
  primary: Provider,
  filled: readonly FilledRequest[],
): Promise<UserRecord | Outcome> {
  const { services, now } = run.context;
  const made = await services.accounts.create(
    {
      name: draft.name,
      realName: draft.realName,
      email: draft.email,
      registeredAt: now,
      ...draft.credentials,
      options: draft.options,
    },
    {
      type: 'newusers',
      action: draft.logAction,
      actor: creator,
      title: `User:${draft.name}`,
      namespace: 2,
      comment: draft.reason,
      params: {},
      at: now,
    },
  );
  if ('conflict' in made) {
    const taken = {
      name: msg('userexists'),
      skeleton: msg('antispoof-conflict', draft.name, { plaintext: made.existing }),
      link: msg('link-taken'),
    };
    return fail(taken[made.conflict]);
  }
  const others = providers.filter((provider) => provider !== primary);
  for (const provider of [primary, ...others]) {
    try {
      await provider.created?.(run.context, made, creator, filled);
    } catch (error) {
      services.log.error({ err: error, provider: provider.id, user: made.id }, 'a step after account creation failed');
      run.state.warnings = [...(run.state.warnings ?? []), coded(msg('createaccount-incomplete'))];
    }
  }
  return made;
}
