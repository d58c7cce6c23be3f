import { expect, test } from 'vitest';
import { duration, listOf, msg, plain } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';

const messages = createMessages();
const english = (...args: Parameters<typeof msg>) => messages.plain(msg(...args), 'en');

test('signing in and out with a session that cannot', () => {
  const session = msg('sessionprovider-generic', 'MediaWiki\\Session\\BotPasswordSessionProvider');
  expect(english('api-login-fail-badsessionprovider', session)).toBe(
    'Cannot log in when using MediaWiki\\Session\\BotPasswordSessionProvider sessions.',
  );
  const oauth = msg('sessionprovider-generic', 'MediaWiki\\Extension\\OAuth\\SessionProvider');
  expect(english('cannotlogoutnow-text', oauth)).toBe(
    'Logging out is not possible when using MediaWiki\\Extension\\OAuth\\SessionProvider sessions.',
  );
});

test('a used nonce', () => {
  expect(english('mwoauth-invalid-authorization', msg('mwoauth-nonce-used'))).toContain('Nonce already used');
});

test.each(['login-throttled', 'oathauth-throttled', 'changeemail-throttled', 'ratelimited'])(
  '%s says how long to wait',
  (key) => {
    expect(english(key, duration(300))).toMatch(/(\d+) (seconds|minutes)/);
    expect(english(key, duration(45))).toMatch(/\b45 seconds/);
  },
);

test('unknown values', () => {
  const list = listOf([plain('a'), plain('b')]);
  expect(english('paramvalidator-unrecognizedvalues', plain('siprop'), '', list, 2)).toBe(
    'Unrecognized values for parameter "siprop": a, b',
  );
});

test('a database that lags', () => {
  expect(english('apierror-maxlag', 3, 'db')).toMatch(/Waiting for [\w.: ]+: (?:\d+)(?:\.\d+)? seconds? lagged/);
});

test('name and password of an account created by mail stand in double quotes', () => {
  expect(english('createaccount-text', '127.0.0.1', 'Alice', 's3cret', 'https://w.example', 7)).toMatch(
    /"Alice".*"s3cret"/,
  );
});

test('name and temporary password of a reset stand on lines of their own', () => {
  const lines = english('passwordreset-emailelement', 'Alice', 's3cret').split('\n');
  expect(lines).toContain('Alice');
  expect(lines).toContain('s3cret');
});
