import { expect, expectTypeOf, it } from 'vitest';
import { defineProvider, pass, z } from '../../src/provider.ts';

it('gives the options the types of their schema', async () => {
  const definition = defineProvider({
    id: 'counting',
    kind: 'secondary',
    options: z.strictObject({ least: z.int().default(3) }),
    create(options) {
      expectTypeOf(options).toEqualTypeOf<{ least: number }>();
      return { afterSignIn: async () => pass(String(options.least)) };
    },
  });
  const made = await definition.create({ least: 3 });
  expect(await made.afterSignIn?.({} as never, [], {} as never)).toEqual({ status: 'PASS', username: '3' });
});

it('gives none to a provider without a schema', () => {
  const definition = defineProvider({
    id: 'plain',
    kind: 'pre',
    create(options) {
      expectTypeOf(options).toBeUndefined();
      return {};
    },
  });
  expect(Object.isFrozen(definition)).toBe(true);
});
