import { defineGroup } from '../command.ts';

/** `latchkey bot-password …`. */
export const botPassword = defineGroup({
  description: 'Passwords for programs, with less than all rights of their account',
  commands: {
    create: { description: 'Make a bot password', load: async () => (await import('./create.ts')).create },
    list: { description: 'List the bot passwords of an account', load: async () => (await import('./list.ts')).list },
    revoke: { description: 'Take a bot password away', load: async () => (await import('./revoke.ts')).revoke },
  },
});
