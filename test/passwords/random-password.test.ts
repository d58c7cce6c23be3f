import { expect, test } from 'vitest';
import { randomBotPassword, randomPassword } from '../../src/passwords/random-password.ts';

test('temporary passwords have ten characters 0-9a-v', () => {
  const many = Array.from({ length: 500 }, () => randomPassword());
  for (const password of many) expect(password).toMatch(/^[0-9a-v]{10}$/);
  expect(new Set(many).size).toBe(500);
  expect(new Set(many.join('')).size).toBe(32);
});

test('bot passwords have the form that action=login recognises', () => {
  expect(randomBotPassword()).toMatch(/^[0-9a-w]{32,}$/);
  expect(randomBotPassword()).not.toBe(randomBotPassword());
});
