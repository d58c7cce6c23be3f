import { expect, test } from 'vitest';
import { ConfigError, type ConfigInput, createConfig } from '../../src/config/index.ts';

const problemsOf = (tree: unknown): string[] => {
  try {
    createConfig(tree as ConfigInput);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.text);
    throw error;
  }
  return [];
};

test('all problems are listed, each with the full path, what was given and what is allowed', () => {
  expect(
    problemsOf({
      http: { port: 'many', trustedProxies: ['10.0.0.0/33'] },
      api: { compat: 'new' },
      passwords: { argon2: { iterations: 0 } },
      throttles: { signIn: { perPair: [{ count: 5 }] } },
    }),
  ).toEqual([
    'http.port (overrides): given: "many"; allowed: a whole number from 0 to 65535.',
    'http.trustedProxies[0] (overrides): given: "10.0.0.0/33"; allowed: an IP address or a range such as 10.0.0.0/8.',
    'api.compat (overrides): given: "new"; allowed: "documented" or "1.39".',
    'passwords.argon2.iterations (overrides): given: 0; allowed: a whole number, 1 or more.',
    'throttles.signIn.perPair[0].seconds (overrides): nothing was given; allowed: a whole number, 1 or more.',
  ]);
});

test.each([
  [{ htpp: {} }, 'htpp (overrides): there is no such option. Did you mean "http"?'],
  [{ http: { prot: 1 } }, 'http.prot (overrides): there is no such option. Did you mean "port"?'],
  [
    { passwords: { argon2: { memoryKb: 1 } } },
    'passwords.argon2.memoryKb (overrides): there is no such option. Did you mean "memoryKiB"?',
  ],
  [{ http: { quite_something_else: 1 } }, 'http.quite_something_else (overrides): there is no such option.'],
])('an unknown name gets the nearest known one: %j', (tree, text) => {
  expect(problemsOf(tree)).toEqual([text]);
});

test('unknown names inside a value are found too', () => {
  expect(problemsOf({ mail: { transport: { hots: 'x', host: 'y' } } })).toEqual([
    'mail.transport.hots (overrides): there is no such option. Did you mean "host"? Allowed: host, port, secure, user, password, startTls.',
  ]);
  expect(problemsOf({ passwords: { policies: { default: { MinimumPasswordLength: 8 } } } })[0]).toMatch(
    /^passwords\.policies\.default\.MinimumPasswordLength .*Did you mean "MinimalPasswordLength"\?/,
  );
});

test('a group that is no object is a problem', () => {
  expect(problemsOf({ http: 5 })[0]).toMatch(/^http \(overrides\): allowed: an object with host, port/);
  expect(problemsOf([])[0]).toMatch(/^the configuration \(overrides\): allowed: an object/);
});

test('a sensitive value is never repeated', () => {
  const text = problemsOf({
    secret: ['tooshort-s3cret'],
    mail: { transport: { host: 5, password: 's3cret' } },
    storage: { url: 5 },
  }).join('\n');
  expect(text).toContain('secret[0] (overrides): what was given cannot be used');
  expect(text).toContain('mail.transport.host (overrides): given: 5');
  expect(text).not.toContain('s3cret');
  expect(problemsOf({ mail: { transport: 'imap://user:s3cret@host' } }).join()).not.toContain('s3cret');
  expect(problemsOf({ mail: { transport: { host: 'h', password: ['s3cret'] } } }).join()).not.toContain('s3cret');
  expect(problemsOf({ mail: { transport: [{ password: 's3cret' }] } }).join()).not.toContain('s3cret');
});
