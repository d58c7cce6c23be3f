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
  const metadata = { ...(form.metadata as Readonly<Record<string, string>> | undefined) };
  const { captchaId, captchaInfo } = form.fields;
  // Services have neither: their widget needs the key in the metadata alone.
  if (captchaId === undefined || captchaInfo === undefined) return metadata;
  const shown = metadata.mime?.startsWith('image/') ? 'url' : 'question';
  return { ...metadata, id: captchaId.value, [shown]: captchaInfo.value };
}
