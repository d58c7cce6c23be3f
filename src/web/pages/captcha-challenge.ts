import { workOf } from '../../providers/captcha/picture.ts';
import { definePage } from '../define.ts';

/**
 * `Special:Captcha/challenge?wpCaptchaId=…`: a proof of work, as the ALTCHA widget fetches it, that answers an image
 * question of this session for people who cannot see it.
 */
export const captchaChallenge = definePage({
  name: 'Captcha/challenge',
  handle({ services, session, now, param }) {
    const work = workOf({ services, session, now }, param('wpCaptchaId') ?? '');
    return {
      status: work ? 200 : 404,
      headers: [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Cache-Control', 'private, no-store'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
      body: JSON.stringify(work),
    };
  },
});
