import { defineOptions, option } from '../define.ts';
import { limits, whole } from '../schemas.ts';

const HOUR = 3600;
const DAY = 86_400;

const perPair = [
  { count: 5, seconds: 300 },
  { count: 150, seconds: 2 * DAY },
];

/** How often things may be tried. All limits of a list hold together; an empty list switches the throttle off. */
export const throttles = defineOptions({
  name: 'throttles',
  description: 'How often things may be tried. All limits of a list hold together; an empty list switches it off.',
  options: {
    signIn: {
      perPair: option({
        schema: limits,
        default: perPair,
        description: 'Attempts to sign in to one account from one address; success clears the count.',
      }),
      perAddress: option({
        schema: limits,
        default: [
          { count: 100, seconds: 300 },
          { count: 1000, seconds: DAY },
        ],
        description: 'Failed attempts to sign in from one address (IPv6: from one /64), whatever the account.',
      }),
      perAccount: option({
        schema: limits,
        default: [{ count: 200, seconds: HOUR }],
        description: 'Failed attempts to sign in to one account from anywhere.',
      }),
    },
    botSignIn: {
      perPair: option({
        schema: limits,
        default: perPair,
        description:
          'Attempts to sign in with a bot password of one account from one address; success clears the count.',
      }),
    },
    secondFactor: {
      perAccount: option({
        schema: limits,
        default: [{ count: 10, seconds: 60 }],
        description: 'Codes of a second factor tried for one account; right ones do not count.',
      }),
    },
    accountCreation: {
      perAddress: option({
        schema: limits,
        default: [{ count: 6, seconds: DAY }],
        description: 'Accounts created from one address, by people without the right `noratelimit`.',
      }),
    },
    signupChecks: {
      perAddress: option({
        schema: limits,
        default: [{ count: 120, seconds: 60 }],
        description:
          'Names, addresses and passwords that are checked while somebody fills in a form, from one address, by people without the right `noratelimit`.',
      }),
    },
    passwordReset: {
      perAddress: option({
        schema: limits,
        default: [{ count: 5, seconds: HOUR }],
        description:
          'Requests for a new password from one address; further ones are answered as always and send nothing.',
      }),
      resendHours: option({
        schema: whole(0),
        default: 24,
        unit: 'hours',
        description: 'How long after a mail with a temporary password no other is sent to the same account; 0 = off.',
      }),
    },
    emailChange: {
      perAddress: option({
        schema: limits,
        default: [{ count: 10, seconds: HOUR }],
        description: 'Changes of a mail address from one address.',
      }),
      perAccount: option({
        schema: limits,
        default: [{ count: 4, seconds: DAY }],
        description: 'Changes of the mail address of one account.',
      }),
    },
    emailConfirmation: {
      perAddress: option({
        schema: limits,
        default: [{ count: 10, seconds: HOUR }],
        description: 'Confirmation mails asked for from one address.',
      }),
      perAccount: option({
        schema: limits,
        default: [{ count: 4, seconds: DAY }],
        description: 'Confirmation mails asked for by one account.',
      }),
    },
  },
});
