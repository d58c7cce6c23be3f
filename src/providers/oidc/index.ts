import { isValidEmail } from '../../accounts/names/index.ts';
import { abstain, fail, type Outcome, type PreservedPrimary, pass, redirect, restart } from '../../auth/outcome.ts';
import type { AccountDraft, FlowContext, Provider } from '../../auth/provider.ts';
import { type FilledRequest, textOf } from '../../auth/request.ts';
import { msg, plain } from '../../base/message.ts';
import { randomHex } from '../../base/random.ts';
import type { Config } from '../../config/index.ts';
import { apiError } from '../../errors/api-error.ts';
import { coded } from '../../errors/coded-message.ts';
import { type Connection, createConnection, type Identity, type ProviderConfig } from './connection.ts';
import { savePending, sessionDigest, takePending } from './pending.ts';
import { choiceRequest, chosenProvider, RESPONSE_REQUEST, responseRequest, unlinkRequest } from './requests.ts';
import { returnPageUrl } from './return-page-url.ts';
import { isAllowedReturnUrl } from './return-url.ts';

const ID = 'oidc';

interface Peer {
  readonly config: ProviderConfig;
  readonly connection: Connection;
}

/** A proved identity and where it comes from. */
interface Proof {
  readonly provider: string;
  readonly identity: Identity;
}

/** Signs in, makes accounts and links by OpenID Connect: any number of providers, found by discovery. */
export function oidc(config: Config['oidc']): Provider {
  const peers = new Map<string, Peer>(
    config.providers.map((provider) => [
      provider.id,
      { config: provider, connection: createConnection(provider, config) },
    ]),
  );

  const chosen = (filled: readonly FilledRequest[]): Peer | null => {
    for (const { id } of filled) {
      const name = chosenProvider(id);
      const peer = name === null ? undefined : peers.get(name);
      if (peer) return peer;
    }
    return null;
  };

  /** Sends the person to the provider that was chosen; abstains when none was. */
  async function start(context: FlowContext, filled: readonly FilledRequest[]): Promise<Outcome> {
    const peer = chosen(filled);
    if (!peer) return abstain();
    const { services, actor, returnUrl } = context;
    if (!isAllowedReturnUrl(services, returnUrl)) {
      const name = `${context.flow}returnurl`;
      throw apiError(msg('apierror-badurl', name, plain(returnUrl)), `badurl_${name}`);
    }
    const [state, nonce, verifier] = [randomHex(16), randomHex(16), randomHex(32)];
    let target: string;
    try {
      target = await peer.connection.authorizationUrl({
        redirectUri: returnPageUrl(services),
        state,
        nonce,
        verifier,
      });
    } catch (error) {
      services.log.warn({ err: error, provider: peer.config.id }, 'OpenID provider cannot be reached');
      return fail(msg('oidc-unavailable', plain(peer.config.name)));
    }
    const session = sessionDigest(actor.session);
    await savePending(services.volatile, state, {
      provider: peer.config.id,
      returnUrl,
      session,
      nonce,
      verifier,
      returned: null,
    });
    return redirect([responseRequest(peer.config)], target);
  }

  /** Takes the answer back to the provider for an identity; a FAIL says nothing about which check refused it. */
  async function finish(context: FlowContext, filled: readonly FilledRequest[]): Promise<Proof | Outcome> {
    const { services, actor } = context;
    const code = textOf(filled, RESPONSE_REQUEST, 'code');
    const state = textOf(filled, RESPONSE_REQUEST, 'state');
    const refused = fail(msg('oidc-failed'));
    if (code === null || state === null) return refused;
    const pending = await takePending(services.volatile, state);
    const peer = pending && peers.get(pending.provider);
    if (!pending?.returned || !peer || pending.session !== sessionDigest(actor.session)) return refused;
    try {
      const identity = await peer.connection.identity({
        redirectUri: returnPageUrl(services),
        code,
        state,
        iss: pending.returned.iss,
        nonce: pending.nonce,
        verifier: pending.verifier,
      });
      return { provider: peer.config.id, identity };
    } catch (error) {
      services.log.warn({ err: error, provider: peer.config.id }, 'OpenID sign-in was refused');
      return refused;
    }
  }

  /** Puts a proved identity into the account that is being made. */
  function fillDraft(context: FlowContext, draft: AccountDraft, { provider, identity }: Proof): Outcome {
    const peer = peers.get(provider);
    if (!peer) return fail(msg('oidc-failed'));
    if (draft.email === '' && isValidEmail(identity.email)) draft.email = identity.email;
    const confirmed = peer.config.trustEmail && identity.emailVerified && draft.email === identity.email;
    draft.realName ||= context.services.config.accounts.hideRealName ? '' : identity.name;
    draft.credentials = {
      links: [linkOf({ provider, identity }, context.now)],
      emailConfirmedAt: confirmed ? context.now : null,
    };
    return pass(draft.name);
  }

  return {
    id: ID,
    kind: 'primary',

    async forms(action, { services, actor }) {
      if (action === 'login' || action === 'create')
        return [...peers.values()].map(({ config: c }) => choiceRequest(c));
      if (!actor.user) return [];
      const links = await services.stores.links.list(actor.user.id);
      if (action === 'link') {
        const free = [...peers.values()].filter(({ config: c }) => !links.some((l) => l.provider === keyOf(c.id)));
        return free.map(({ config: c }) => choiceRequest(c));
      }
      if (action !== 'unlink' && action !== 'remove') return [];
      return links.flatMap((link) => {
        const peer = [...peers.values()].find(({ config: c }) => keyOf(c.id) === link.provider);
        return peer ? [unlinkRequest(peer.config, link.label)] : [];
      });
    },

    signIn: start,
    async continueSignIn(context, filled) {
      const proof = await finish(context, filled);
      if ('status' in proof) return proof;
      const { links } = context.services.stores;
      const link = await links.find(keyOf(proof.provider), proof.identity.subject);
      const user = link && (await context.services.accounts.byId(link.userId));
      if (user) return pass(user.name);
      return restart(msg('oidc-no-account'), { provider: ID, data: JSON.stringify(proof), username: '' });
    },

    async create(context, draft, _creator, filled) {
      return context.preserved ? fillDraft(context, draft, proofOf(context.preserved)) : start(context, filled);
    },
    async continueCreate(context, draft, _creator, filled) {
      const proof = await finish(context, filled);
      return 'status' in proof ? proof : fillDraft(context, draft, proof);
    },

    link: start,
    async continueLink(context, filled, user) {
      const proof = await finish(context, filled);
      if ('status' in proof) return proof;
      const added = await context.services.stores.links.add({ ...linkOf(proof, context.now), userId: user.id });
      return added ? pass(user.name) : fail(msg('link-taken'));
    },

    async ended(context, outcome, user) {
      const { preserved, services, now } = context;
      if (context.flow !== 'login' || outcome.status !== 'PASS' || !user || preserved?.provider !== ID) return;
      await services.stores.links.add({ ...linkOf(proofOf(preserved), now), userId: user.id });
    },

    async allowsChange({ services }, user, filled, remove) {
      const provider = chosenProvider(filled.id);
      if (!remove || provider === null) return null;
      const links = await services.stores.links.list(user.id);
      if (!links.some((link) => link.provider === keyOf(provider))) return null;
      // Without a password the last link is the only way in.
      return user.passwordHash === null && links.length === 1 ? [coded(msg('link-last'))] : [];
    },
    async change({ services }, user, filled, remove) {
      const provider = chosenProvider(filled.id);
      if (!remove || provider === null) return;
      for (const link of await services.stores.links.list(user.id)) {
        if (link.provider === keyOf(provider)) await services.stores.links.remove(user.id, link.provider, link.subject);
      }
    },
  };
}

const keyOf = (provider: string): string => `${ID}:${provider}`;

const proofOf = (preserved: PreservedPrimary): Proof => JSON.parse(preserved.data) as Proof;

const linkOf = ({ provider, identity }: Proof, createdAt: number) => ({
  provider: keyOf(provider),
  subject: identity.subject,
  label: identity.email || identity.username || identity.subject,
  createdAt,
});
