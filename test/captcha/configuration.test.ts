import { expect, test } from 'vitest';
import { createConfig } from '../../src/config/index.ts';

test('by default nothing is asked', () => {
  expect(createConfig().captcha.kind).toBeNull();
});

test('the kind question needs questions, and a service its keys', () => {
  expect(() => createConfig({ captcha: { kind: 'question' } })).toThrow(/captcha\.questions/);
  expect(() => createConfig({ captcha: { kind: 'simple', triggers: { signIn: 'question' } } })).toThrow(/questions/);
  expect(() => createConfig({ captcha: { kind: 'turnstile' } })).toThrow(
    /turnstile\.siteKey.*\n.*turnstile\.secretKey/,
  );
  const keys = { siteKey: 'a', secretKey: 'b' };
  expect(() => createConfig({ captcha: { kind: 'turnstile', turnstile: keys } })).not.toThrow();
  expect(() =>
    createConfig({ captcha: { kind: 'turnstile', turnstile: keys, services: { fallbackKind: 'question' } } }),
  ).toThrow(/captcha\.questions/);
});
