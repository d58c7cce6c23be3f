import { throttleKey } from '../../base/ip.ts';
import { pictureOf } from '../../providers/captcha/picture.ts';
import { definePage } from '../define.ts';

/** `Special:Captcha/image?wpCaptchaId=…`: the picture of a question that this session was asked. */
export const captchaImage = definePage({
  name: 'Captcha/image',
  async handle({ services, actor, session, now, param }) {
    const limits = services.config.captcha.image.perAddress;
    const exceeded = await services.throttle.hit('captcha-image', throttleKey(actor.address), limits);
    if (exceeded) {
      return { status: 429, headers: [['Retry-After', String(exceeded.retryAfter)]], body: '' };
    }
    const picture = pictureOf({ services, session, now }, param('wpCaptchaId') ?? '');
    const headers: [string, string][] = [
      ['Cache-Control', 'private, no-store'],
      ['X-Content-Type-Options', 'nosniff'],
    ];
    if (!picture) return { status: 404, headers, body: '' };
    return { status: 200, headers: [...headers, ['Content-Type', 'image/png']], body: picture };
  },
});
