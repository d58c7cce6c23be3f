import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { defaultPermissions, groupChanges, mergePermissions, permissions } from '../group-rights.ts';

/** Groups, their rights, and who may change memberships. */
export const groups = defineOptions({
  name: 'groups',
  description: 'Groups, their rights, and who may change memberships.',
  options: {
    private: option({
      schema: z.boolean(),
      default: false,
      description:
        'Whether visitors may neither read nor edit nor create accounts; `permissions` of the group `*` can give single rights back.',
    }),
    permissions: option({
      schema: permissions,
      default: defaultPermissions,
      merge: mergePermissions,
      description:
        'Rights by group, as a list or as right and true or false; merged into the default groups, so that only differences need to be given.',
      example: { '*': { createaccount: false }, helper: ['createaccount', 'noratelimit'] },
    }),
    addable: option({
      schema: groupChanges,
      default: { bureaucrat: true },
      description: 'Which groups the members of a group may give to others.',
      example: { bureaucrat: true, sysop: ['bot'] },
    }),
    removable: option({
      schema: groupChanges,
      default: { bureaucrat: true },
      description: 'Which groups the members of a group may take from others.',
    }),
    selfAddable: option({
      schema: groupChanges,
      default: {},
      description: 'Which groups the members of a group may give to themselves.',
    }),
    selfRemovable: option({
      schema: groupChanges,
      default: {},
      description: 'Which groups the members of a group may leave.',
    }),
  },
});
