import { defineGroup } from '../command.ts';

/** `latchkey throttle …`. */
export const throttle = defineGroup({
  description: 'Exemptions from the limit on account creation, for workshops and classes',
  commands: {
    exempt: {
      description: 'Raise the limit for a range for some time',
      load: async () => (await import('./exempt.ts')).exempt,
    },
    list: { description: 'List exemptions', load: async () => (await import('./list.ts')).list },
    remove: { description: 'End an exemption', load: async () => (await import('./remove.ts')).remove },
  },
});
