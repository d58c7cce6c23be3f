import type { AuthRequest, FilledRequest } from '../../auth/request.ts';
import type { CodedMessage } from '../../errors/coded-message.ts';
import type { ResultObject } from '../result.ts';

const CAPTCHA_REQUEST = 'CaptchaAuthenticationRequest';

/**
 * The task that a client must be shown, when an account is refused for want of an answer to it; null for every other
 * refusal, also for a wrong answer. Pictures come as `url`, everything else as `question`.
 */
export function neededCaptcha(
  refusal: CodedMessage,
  forms: readonly AuthRequest[],
  filled: readonly FilledRequest[],
): ResultObject | null {
  const isCaptcha = ({ id }: { readonly id: string }): boolean => id === CAPTCHA_REQUEST;
  const form = forms.find(isCaptcha);
  if (refusal.code !== 'captcha-createaccount-fail' || !form || filled.some(isCaptcha)) return null;
  const { type, mime } = (form.metadata ?? {}) as { type?: string; mime?: string };
  const { captchaId, captchaInfo } = form.fields;
  const shown = mime?.startsWith('image/') ? 'url' : 'question';
  return { type, mime, id: captchaId?.value, [shown]: captchaInfo?.value };
}
