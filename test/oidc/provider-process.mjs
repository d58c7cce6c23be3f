// A real OpenID provider for the tests, in a process of its own. Everybody is signed in at once as the `login_hint`-less
// account that the control address names. GET /control?account=…&mode=… sets what it does next.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const settings = { account: 'ada', mode: 'ok', codeSeconds: '60' };
const server = createServer();
// A key of its own for each start: a provider that was restarted signs with another one.
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => {
  const { port } = server.address();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'latchkey',
        client_secret: 'a-secret-of-the-tests',
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [process.argv[2]],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256', kid: `key-${process.pid}` }] },
    cookies: { keys: ['cookie-key-of-the-tests'] },
    ttl: { AuthorizationCode: () => Number(settings.codeSeconds) },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `Name of ${id}`,
        preferred_username: id,
        email: `${id}@id.example.org`,
        email_verified: true,
      }),
    }),
  });
  const callback = provider.callback();
  async function interact(request, response) {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (settings.mode === 'deny') {
      const result = { error: 'access_denied', error_description: 'the person said no' };
      return provider.interactionFinished(request, response, result);
    }
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: settings.account } });
    }
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope('openid profile email');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
  server.on('request', (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === '/control') {
      for (const [name, value] of url.searchParams) settings[name] = value;
      return response.end('ok');
    }
    if (settings.mode === 'slow') return setTimeout(() => callback(request, response), 3000);
    if (settings.mode === 'wrong-key' && url.pathname === '/jwks') {
      response.setHeader('content-type', 'application/json');
      return response.end('{"keys":[]}');
    }
    if (url.pathname.startsWith('/interaction/')) {
      return interact(request, response).catch((error) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    }
    return callback(request, response);
  });
  console.log(JSON.stringify({ issuer }));
});
