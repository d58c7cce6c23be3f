import { defineGroup } from '../command.ts';

/** `latchkey user …`. */
export const user = defineGroup({
  description: 'Make, show and change accounts',
  commands: {
    create: { description: 'Make an account', load: async () => (await import('./create.ts')).create },
    list: { description: 'List accounts', load: async () => (await import('./list.ts')).list },
    show: { description: 'Show one account', load: async () => (await import('./show.ts')).show },
    password: {
      description: 'Set the password of an account',
      load: async () => (await import('./password.ts')).password,
    },
    groups: {
      description: 'Put an account into groups and take it out',
      load: async () => (await import('./groups.ts')).groups,
    },
    email: { description: 'Set the mail address of an account', load: async () => (await import('./email.ts')).email },
    block: {
      description: 'Block an account, an address or a range',
      load: async () => (await import('./block.ts')).block,
    },
    unblock: { description: 'Lift a block', load: async () => (await import('./unblock.ts')).unblock },
    factors: {
      description: 'Show the second factors of an account, or switch lost ones off',
      load: async () => (await import('./factors.ts')).factors,
    },
    'end-sessions': {
      description: 'Sign an account out everywhere',
      load: async () => (await import('./end-sessions.ts')).endSessionsCommand,
    },
  },
});
