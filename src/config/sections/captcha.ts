import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { addressRange, httpUrl, limits, secret, text, whole } from '../schemas.ts';

/** Kinds that are drawn and checked here. */
const LOCAL_KINDS = ['simple', 'question', 'image', 'altcha'] as const;
const KINDS = [...LOCAL_KINDS, 'hcaptcha', 'turnstile', 'recaptcha'] as const;

/** The name of a kind of CAPTCHA. */
export type CaptchaKind = (typeof KINDS)[number];

const trigger = z
  .union([z.boolean(), z.enum(KINDS)])
  .describe(`true (the kind of \`captcha.kind\`), false, or a kind: ${KINDS.join(', ')}`);

const question = z.strictObject({ question: text, answers: secret(z.array(text).min(1)) });

const service = (name: string, verifyUrl: string) => ({
  siteKey: option({ schema: text.nullable(), default: null, description: `Public key of the site at ${name}.` }),
  secretKey: option({
    schema: text.nullable(),
    default: null,
    sensitive: true,
    description: `Secret key of the site at ${name}.`,
  }),
  verifyUrl: option({
    schema: httpUrl,
    default: verifyUrl,
    description: `Where ${name} tells whether an answer is good.`,
  }),
});

/** Questions that people can answer and programs not so well. */
export const captcha = defineOptions({
  name: 'captcha',
  description: 'Questions that people can answer and programs not so well.',
  options: {
    kind: option({
      schema: z.enum(KINDS).nullable(),
      default: null,
      description:
        'Which kind is asked: a sum, one of your `questions`, letters in an image, proof of work by the browser, or a service. By default none, and all triggers are off.',
    }),
    triggers: {
      createAccount: option({ schema: trigger, default: true, description: 'When an account is created.' }),
      badSignIn: option({ schema: trigger, default: true, description: 'At sign-in after too many failed ones.' }),
      signIn: option({ schema: trigger, default: false, description: 'At every sign-in.' }),
    },
    badSignIn: {
      perAddress: {
        count: option({
          schema: whole(0),
          default: 3,
          description:
            'After how many failed sign-ins from one address (IPv6: from one /64) sign-ins are asked; 0 = off.',
        }),
        seconds: option({
          schema: whole(1),
          default: 300,
          unit: 'seconds',
          description: 'In what time they must happen, and how long that is remembered.',
        }),
      },
      perAccount: {
        count: option({
          schema: whole(0),
          default: 20,
          description:
            'After how many failed sign-ins to one account, from anywhere, sign-ins to it are asked; 0 = off.',
        }),
        seconds: option({
          schema: whole(1),
          default: 600,
          unit: 'seconds',
          description: 'In what time they must happen, and how long that is remembered.',
        }),
      },
    },
    questions: option({
      schema: z.array(question),
      default: [],
      description:
        'Questions of the kind `question`, as HTML, each with all answers that are right (case does not matter).',
      example: [{ question: 'Which colour is the clear sky?', answers: ['…'] }],
    }),
    allowedAddresses: option({
      schema: z.array(addressRange),
      default: [],
      description: 'Addresses and ranges that are never asked.',
      example: ['192.0.2.0/24'],
    }),
    lifetimeSeconds: option({
      schema: whole(30, 86_400),
      default: 1800,
      unit: 'seconds',
      description: 'How long a question can be answered.',
    }),
    wrongAnswers: {
      perAddress: option({
        schema: limits,
        default: [{ count: 15, seconds: 60 }],
        description: 'Wrong answers from one address; until the window ends, further answers count as wrong too.',
      }),
      perAccount: option({
        schema: limits,
        default: [{ count: 30, seconds: 60 }],
        description: 'Wrong answers of one signed-in account.',
      }),
    },
    image: {
      letters: option({ schema: whole(4, 10), default: 6, description: 'How many letters an image shows.' }),
      maxNumber: option({
        schema: whole(1000, 100_000_000),
        default: 1_000_000,
        description:
          'How much work answers an image without seeing it: on average half as many hashes. A browser needs seconds for it.',
      }),
      perAddress: option({
        schema: limits,
        default: [{ count: 60, seconds: 60 }],
        description: 'Images drawn for one address.',
      }),
    },
    altcha: {
      maxNumber: option({
        schema: whole(1000, 100_000_000),
        default: 100_000,
        description: 'How much work a proof of work is: on average half as many hashes.',
      }),
    },
    hcaptcha: service('hCaptcha', 'https://api.hcaptcha.com/siteverify'),
    turnstile: service('Turnstile', 'https://challenges.cloudflare.com/turnstile/v0/siteverify'),
    recaptcha: {
      ...service('reCAPTCHA', 'https://www.google.com/recaptcha/api/siteverify'),
      minScore: option({
        schema: z.number().min(0).max(1),
        default: 0.5,
        description: 'The least score of answers that have one (reCAPTCHA version 3).',
      }),
    },
    services: {
      hostNames: option({
        schema: z.array(text).nullable(),
        default: null,
        description: 'Host names of pages on which answers may be made; when it is left out, that of this site.',
        example: ['accounts.example.org', 'app.example.org'],
      }),
      sendAddress: option({
        schema: z.boolean(),
        default: false,
        description: "Whether the service is told the person's address.",
      }),
      timeoutMs: option({
        schema: whole(100),
        default: 5000,
        unit: 'milliseconds',
        description: 'How long a service may take to check an answer.',
      }),
      fallbackKind: option({
        schema: z.enum(LOCAL_KINDS).nullable(),
        default: 'image',
        description: 'Which kind is asked while a service does not answer; null = nothing can be answered meanwhile.',
      }),
      retrySeconds: option({
        schema: whole(1),
        default: 60,
        unit: 'seconds',
        description: 'How long after a failure the service is tried again.',
      }),
    },
  },
  check(captcha) {
    if (captcha.kind === null) return [];
    const { createAccount, badSignIn, signIn } = captcha.triggers;
    const used = new Set<CaptchaKind>([captcha.kind]);
    for (const kind of [createAccount, badSignIn, signIn]) if (typeof kind === 'string') used.add(kind);
    const services = (['hcaptcha', 'turnstile', 'recaptcha'] as const).filter((name) => used.has(name));
    if (services.length > 0 && captcha.services.fallbackKind !== null) used.add(captcha.services.fallbackKind);
    const problems = services.flatMap((name) =>
      (['siteKey', 'secretKey'] as const)
        .filter((key) => captcha[name][key] === null)
        .map((key) => ({ path: `captcha.${name}.${key}`, text: `the kind ${name} needs it` })),
    );
    if (used.has('question') && captcha.questions.length === 0) {
      problems.push({ path: 'captcha.questions', text: 'the kind question needs at least one' });
    }
    return problems;
  },
});
