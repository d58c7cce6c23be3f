import { defineGroup } from './command.ts';

/** All commands. Each is one file, loaded when it is called. */
export const root = defineGroup({
  description: 'Latchkey: accounts and sign-in for everything that speaks the MediaWiki Action API.',
  commands: {
    serve: { description: 'Run the server', load: async () => (await import('./serve.ts')).serve },
    user: { description: 'Make, show and change accounts', load: async () => (await import('./user/index.ts')).user },
    'bot-password': {
      description: 'Passwords for programs',
      load: async () => (await import('./bot-password/index.ts')).botPassword,
    },
    throttle: {
      description: 'Exemptions from the limit on account creation',
      load: async () => (await import('./throttle/index.ts')).throttle,
    },
    config: {
      description: 'Check, print and explain the configuration',
      load: async () => (await import('./config/index.ts')).config,
    },
    migrate: { description: 'Bring the database up to date', load: async () => (await import('./migrate.ts')).migrate },
    backup: {
      description: 'Copy the database while it is in use',
      load: async () => (await import('./backup.ts')).backup,
    },
    doctor: { description: 'Look for problems', load: async () => (await import('./doctor.ts')).doctor },
    version: { description: 'Print the version', load: async () => (await import('./version.ts')).version },
  },
});
