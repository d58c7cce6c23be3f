import type { Field } from '../../auth/fields.ts';
import { type AuthRequest, literal } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import type { Kind } from './kinds/kind.ts';
import { newPuzzle, type PuzzleContext } from './puzzle.ts';

/** The id of the request, without a namespace as MediaWiki's. */
export const CAPTCHA_ID = 'CaptchaAuthenticationRequest';

/** MediaWiki's name of the class behind it: what it calls the provider. */
const CLASS = 'MediaWiki\\Extension\\ConfirmEdit\\Auth\\CaptchaAuthenticationRequest';

/** What the question is about: keys of the texts. */
export type Occasion = 'createaccount' | 'badlogin';

/** A new question as a form. Services have no id: their widget makes the answer. */
export function captchaForm(context: PuzzleContext, kind: Kind, occasion: Occasion): AuthRequest {
  const { config } = context.services;
  const older = config.api.legacyCreateAccount && occasion === 'createaccount';
  const label = msg(`${kind.texts}-${occasion}`);
  const captchaWord: Field = {
    type: 'string',
    label: kind.isService ? label : msg('captcha-label'),
    help: kind.isService ? msg(`${kind.texts}-help`) : msg('captcha-help'),
    aliases: [...kind.aliases, ...(older ? ['captchaword'] : [])],
  };
  const base = { id: CAPTCHA_ID, required: 'required', provider: literal(CLASS) } as const;
  if (kind.isService) return { ...base, metadata: kind.metadata(config), fields: { captchaWord } };
  const puzzle = newPuzzle(context, kind.name);
  return {
    ...base,
    metadata: kind.metadata(puzzle, config),
    fields: {
      captchaId: {
        type: 'hidden',
        value: puzzle.id,
        label: msg('captcha-id-label'),
        help: msg('captcha-id-help'),
        ...(older && { aliases: ['captchaid'] }),
      },
      captchaInfo: { type: 'null', value: kind.info(puzzle, config), label, help: msg('captcha-info-help') },
      captchaWord,
    },
  };
}
