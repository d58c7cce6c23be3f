import { newImage, usesImages } from '../../providers/captcha/picture.ts';
import { defineModule } from '../define.ts';

/** `action=fancycaptchareload`: another image question instead of one that cannot be read; 0 after too many. */
export const fancycaptchareload = defineModule({
  name: 'fancycaptchareload',
  group: 'action',
  prefix: '',
  className: 'ApiFancyCaptchaReload',
  params: {},
  internal: true,
  exists: ({ config }) => usesImages(config),
  examples: [{ query: 'action=fancycaptchareload', message: 'apihelp-fancycaptchareload-example-1' }],
  helpUrls: [],
  async handle(call) {
    const { services, actor, now } = call;
    const id = await newImage({ services, actor, now });
    call.result.fancycaptchareload = { index: id ?? 0 };
  },
});
