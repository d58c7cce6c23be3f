import type * as OpenId from 'openid-client';
import type { Config } from '../../config/index.ts';

/** One provider of the config. */
export type ProviderConfig = Config['oidc']['providers'][number];

/** Who somebody is, as a provider says. */
export interface Identity {
  /** Stable and unique at this provider. */
  readonly subject: string;
  /** A suggestion for a user name; empty when there is none. */
  readonly username: string;
  /** Empty when there is none. */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
}

/** One provider, reached when it is first needed. Rejects when the provider cannot be reached or answers wrongly. */
export interface Connection {
  authorizationUrl(options: { redirectUri: string; state: string; nonce: string; verifier: string }): Promise<string>;
  /** Changes the code for an identity; checks signature, issuer, audience, nonce, times. */
  identity(options: {
    redirectUri: string;
    code: string;
    state: string;
    iss: string | null;
    nonce: string;
    verifier: string;
  }): Promise<Identity>;
}

const textClaim = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Makes the connection to a provider. Its metadata is asked for once; a failure is not kept. */
export function createConnection(
  provider: ProviderConfig,
  options: Pick<Config['oidc'], 'timeoutMs' | 'clockSkewSeconds'>,
): Connection {
  let ready: Promise<{ client: typeof OpenId; server: OpenId.Configuration }> | null = null;

  async function discover() {
    const client = await import('openid-client');
    // A provider without TLS is one on this machine or in a test network; everything else must be https.
    const insecure = provider.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const server = await client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      { [client.clockTolerance]: options.clockSkewSeconds },
      provider.clientSecret === undefined ? client.None() : client.ClientSecretPost(provider.clientSecret),
      // The ID token comes over TLS from the provider itself; its signature is checked all the same.
      { execute: [...insecure, client.enableNonRepudiationChecks], timeout: options.timeoutMs / 1000 },
    );
    return { client, server };
  }
  const connect = () => {
    ready ??= discover().catch((error) => {
      ready = null;
      throw error;
    });
    return ready;
  };

  return {
    async authorizationUrl({ redirectUri, state, nonce, verifier }) {
      const { client, server } = await connect();
      return client
        .buildAuthorizationUrl(server, {
          redirect_uri: redirectUri,
          scope: provider.scopes.join(' '),
          response_type: 'code',
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        })
        .toString();
    },
    async identity({ redirectUri, code, state, iss, nonce, verifier }) {
      const { client, server } = await connect();
      const answer = new URL(redirectUri);
      answer.searchParams.set('code', code);
      answer.searchParams.set('state', state);
      if (iss !== null) answer.searchParams.set('iss', iss);
      const tokens = await client.authorizationCodeGrant(server, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no ID token');
      const more = server.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(server, tokens.access_token, claims.sub)
        : {};
      const all: Record<string, unknown> = { ...claims, ...more };
      return {
        subject: claims.sub,
        username: textClaim(all[provider.usernameClaim]),
        email: textClaim(all.email),
        emailVerified: all.email_verified === true,
        name: textClaim(all.name),
      };
    },
  };
}
