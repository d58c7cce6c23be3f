import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { text, whole } from '../schemas.ts';

/** Rules for all second factors. */
export const secondFactor = defineOptions({
  name: 'secondFactor',
  description: 'Rules for all second factors.',
  options: {
    requiredForGroups: option({
      schema: z.array(text),
      default: [],
      description: 'Groups whose members must have a second factor; they set it up when they sign in.',
      example: ['sysop', 'bureaucrat'],
    }),
    graceDays: option({
      schema: whole(0),
      default: 7,
      unit: 'days',
      description: 'How long they may put it off, from the first time that they are asked.',
    }),
    enrolOverApi: option({
      schema: z.boolean(),
      default: true,
      description:
        'Whether `action=changeauthenticationdata` and `removeauthenticationdata` set factors up and take them off.',
    }),
    emailCodeForUnknownDevice: option({
      schema: z.boolean(),
      default: false,
      description:
        'Whether an account with a confirmed mail address and no second factor is mailed a code when it signs in from a device that it has not used before.',
    }),
    knownDeviceDays: option({
      schema: whole(1),
      default: 180,
      unit: 'days',
      description: 'How long a device stays known after the last sign-in.',
    }),
  },
});
