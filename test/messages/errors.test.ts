import { expect, test } from 'vitest';
import { modules } from '../../src/api/registry.ts';
import { codeOf } from '../../src/errors/coded-message.ts';
import { ERRORS, errorEntry } from '../../src/errors/table.ts';
import { createMessages } from '../../src/i18n/index.ts';
import { comesFrom, readSource } from './source.ts';

const source = readSource();
const messages = createMessages();

/** Every code that the source writes, beside those that follow from keys. */
const isWritten = (code: string): boolean =>
  source.literals.has(code) || source.templates.some((template) => comesFrom(template, code, source));

/** Files that one module alone is made of. */
const ownFile = (name: string): RegExp => new RegExp(`^api/(modules|query)/${name}\\.ts$`);

test('every error of the table is thrown somewhere', () => {
  const elsewhere = readSource('errors/table.ts');
  const idle = Object.keys(ERRORS).filter(
    (code) =>
      !elsewhere.literals.has(code) &&
      !elsewhere.templates.some((template) => template[0] === code || comesFrom(template, code, elsewhere)),
  );
  expect(idle).toEqual([]);
});

test('every error that a module declares is a message or a code of the source', () => {
  const unknown = modules.flatMap(({ name, errors = [] }) =>
    errors.filter((error) => !messages.exists(error) && !isWritten(error)).map((error) => `${name}: ${error}`),
  );
  expect(unknown).toEqual([]);
});

test('every error that a module throws itself is declared by it, or is one of the table', () => {
  const undeclared = modules.flatMap(({ name, errors = [] }) =>
    source.errors
      .filter(({ file, key, code }) => ownFile(name).test(file) && (key !== null || code !== null))
      .filter(({ key, code }) => {
        const shown = code ?? codeOf(key as string);
        const declared = errors.some((error) => error === key || error === shown || codeOf(error) === shown);
        return !declared && errorEntry(shown) === undefined;
      })
      .map(({ key, code }) => `${name}: ${code ?? key}`),
  );
  expect(undeclared).toEqual([]);
});

test('the errors of the dispatcher and of parameters are in the table', () => {
  const shared = source.errors.filter(({ file, code }) => /^api\/(params\/)?[\w-]+\.ts$/.test(file) && code !== null);
  expect(shared.filter(({ code }) => errorEntry(code as string) === undefined)).toEqual([]);
});
