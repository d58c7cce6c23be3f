import { msg } from '../../base/message.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { dialect } from '../../errors/dialect.ts';
import { joined } from '../../errors/joined.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { blocksOf } from '../block-cookie.ts';
import { blockMessage } from '../block-message.ts';
import { fail, type Outcome } from '../outcome.ts';
import type { AccountDraft, Provider } from '../provider.ts';
import { type FilledRequest, usernameOf } from '../request.ts';
import { eachOf, firstOf, type Run, type Stage } from '../step.ts';
import { storeAccount } from './store-account.ts';

/** The draft must be there from the stage `name` on. */
const draftOf = (run: Run): AccountDraft => {
  if (!run.state.draft) throw new Error('account creation without a draft');
  return run.state.draft;
};

const withUser = (run: Run, ask: (user: UserRecord) => Promise<Outcome> | undefined): Promise<Outcome> | undefined =>
  run.state.userId === null
    ? undefined
    : run.context.services.accounts
        .byId(run.state.userId)
        .then((user) => (user && ask(user)) ?? { status: 'ABSTAIN' as const });

/** Everything that an account creation passes, in order (MediaWiki 1.39). The first failure answers. */
export function createStages(providers: readonly Provider[]): readonly Stage[] {
  return [
    {
      name: 'name-given',
      async enter(run, filled) {
        return givenName(run, filled) === null ? noName(run) : null;
      },
    },
    { name: 'permission', enter: (run) => mayCreate(run, providers) },
    { name: 'name', enter: (run, filled) => checkName(run, filled, providers) },
    {
      name: 'data',
      async enter(run, filled) {
        const draft = draftOf(run);
        for (const provider of providers) {
          const refusal = await provider.checkData?.(run.context, draft, run.state.creator, filled);
          if (refusal) return fail(refusal);
        }
        return null;
      },
    },
    {
      name: 'checks',
      async enter(run, filled) {
        const draft = draftOf(run);
        for (const provider of providers) {
          const refusal = await provider.checkCreation?.(run.context, draft, run.state.creator, filled);
          if (refusal) return fail(refusal);
        }
        return null;
      },
    },
    firstOf({
      name: 'primary',
      providers,
      ask: (provider, run, filled) =>
        run.state.preserved && run.state.preserved.provider !== provider.id
          ? undefined
          : provider.create?.(run.context, draftOf(run), run.state.creator, filled),
      resume: (provider, run, filled) =>
        provider.continueCreate?.(run.context, draftOf(run), run.state.creator, filled),
      none: () => fail(msg('authmanager-create-no-primary')),
      async passed(run, provider, _username, filled) {
        const made = await storeAccount(run, draftOf(run), run.state.creator, providers, provider, filled);
        if ('status' in made) return made;
        run.state.username = made.name;
        run.state.userId = made.id;
        // The credentials are on disk now: a flow that waits must not carry them.
        draftOf(run).credentials = {};
        return null;
      },
    }),
    eachOf({
      name: 'secondary',
      providers,
      ask: (provider, run, filled) => withUser(run, (user) => provider.afterCreate?.(run.context, filled, user)),
      resume: (provider, run, filled) =>
        withUser(run, (user) => provider.continueAfterCreate?.(run.context, filled, user)),
    }),
  ];
}

const noName = ({ context }: Run): Outcome =>
  fail(coded(msg('noname'), dialect(context.services.config.api.compat, 'nameErrorCode')));

/** The lacking right and the block are told together; then what providers have against the caller. */
async function mayCreate({ context, state }: Run, providers: readonly Provider[]): Promise<Outcome | null> {
  const { actor, services } = context;
  const refusals: CodedMessage[] = [];
  if (!actor.rights.has('createaccount')) {
    const groups = services.accounts.groups.names.filter((group) =>
      services.accounts.groups.rightsOf(group).includes('createaccount'),
    );
    refusals.push(coded(msg('badaccess-groups', { list: groups, type: 'comma' }, groups.length)));
  }
  const block =
    (await services.accounts.creationBlock(actor.user, actor.address)) ??
    (await blocksOf(services, actor)).find(({ blocksAccountCreation }) => blocksAccountCreation);
  if (block) refusals.push(coded(blockMessage(block, actor.address)));
  if (refusals.length > 0) return fail(joined(refusals, services.config.api.compat));
  for (const provider of providers) {
    const refusal = await provider.checkCaller?.(context, state.creator);
    if (refusal) return fail(refusal);
  }
  return null;
}

/** The name that was asked for; one that belongs to the proved identity cannot be changed. */
const givenName = ({ state }: Run, filled: readonly FilledRequest[]): string | null =>
  state.preserved && state.preserved.username !== '' ? state.preserved.username : usernameOf(filled);

/** Existing names first, then whether the name may be made at all. */
async function checkName(
  run: Run,
  filled: readonly FilledRequest[],
  providers: readonly Provider[],
): Promise<Outcome | null> {
  const { context, state } = run;
  const { accounts } = context.services;
  const given = givenName(run, filled) ?? '';
  if (await accounts.find(given)) return fail(msg('userexists'));
  const name = accounts.canonical(given, 'creatable');
  if (name === null) return noName(run);
  for (const provider of providers) {
    const refusal = await provider.checkName?.(context, name);
    if (refusal) return fail(refusal);
  }
  const block = await accounts.creationBlock(null, context.actor.address);
  if (block) return fail(blockMessage(block, context.actor.address));
  state.draft = {
    name,
    email: '',
    realName: '',
    credentials: {},
    options: {},
    logAction: state.creator ? 'create2' : 'create',
    reason: '',
  };
  return null;
}
