import { defineGroup } from '../command.ts';

/** `latchkey config …`. */
export const config = defineGroup({
  description: 'Check, print and explain the configuration',
  commands: {
    check: {
      description: 'Say whether the configuration can be used',
      load: async () => (await import('./check.ts')).check,
    },
    print: { description: 'Print the configuration in force', load: async () => (await import('./print.ts')).print },
    docs: { description: 'Print the reference of all options', load: async () => (await import('./docs.ts')).docs },
  },
});
