import type { AuthRequest } from '../../auth/request.ts';
import { type HtmlValue, html, trustedHtml } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import type { PageCall } from '../define.ts';
import { textOf } from '../layout.ts';

interface Service {
  readonly script: string;
  readonly widget: string;
}

/** The widgets of CAPTCHA services, by the `type` of the form's metadata; each fills a field of its own name. */
const SERVICES: Readonly<Record<string, Service>> = {
  hcaptcha: { script: 'https://js.hcaptcha.com/1/api.js', widget: 'h-captcha' },
  turnstile: { script: 'https://challenges.cloudflare.com/turnstile/v0/api.js', widget: 'cf-turnstile' },
  recaptchanocaptcha: { script: 'https://www.google.com/recaptcha/api.js', widget: 'g-recaptcha' },
};

const metadata = (request: AuthRequest, name: string): string => {
  const value = request.metadata?.[name];
  return typeof value === 'string' ? value : '';
};

const serviceOf = (request: AuthRequest): Service | undefined => SERVICES[metadata(request, 'type')];

/** The script that a form needs from a CAPTCHA service, if any. */
export const serviceScript = (requests: readonly AuthRequest[]): string | undefined =>
  requests.map(serviceOf).find((service) => service !== undefined)?.script;

/** Whether this is the form of a CAPTCHA. */
export const isCaptcha = (request: AuthRequest): boolean => 'captchaWord' in request.fields;

/** Whether a widget stands for the answer, so that there is nothing to type. */
export const hasWidget = (request: AuthRequest): boolean => serviceOf(request) !== undefined;

/** What is asked, in front of the field for the answer. */
export function captchaQuestion(call: PageCall, request: AuthRequest): HtmlValue {
  const service = serviceOf(request);
  if (service) return html`<div class="${service.widget} lk-captcha" data-sitekey="${siteKey(request)}"></div>`;
  const info = request.fields.captchaInfo?.value ?? '';
  switch (metadata(request, 'mime')) {
    case 'image/png':
      return html`<div class="lk-captcha"><img class="lk-captcha__image" src="${info}" alt="${textOf(
        call,
        msg('latchkey-captcha-image'),
      )}" height="100"></div>
<p class="lk-captcha__other" data-lk-challenge="${metadata(request, 'challengeurl')}" hidden><button class="cdx-button cdx-button--weight-quiet cdx-button--action-progressive" type="button">${textOf(
        call,
        msg('latchkey-captcha-work'),
      )}</button> <span role="status" data-lk-done="${textOf(call, msg('latchkey-captcha-done'))}" data-lk-busy="${textOf(
        call,
        msg('latchkey-captcha-busy'),
      )}"></span></p>`;
    case 'application/json':
      return html`<p class="lk-captcha" data-lk-work="${info}"><span role="status" data-lk-done="${textOf(
        call,
        msg('latchkey-captcha-done'),
      )}" data-lk-busy="${textOf(call, msg('latchkey-captcha-busy'))}"></span></p><noscript><p>${textOf(
        call,
        msg('latchkey-captcha-scripts'),
      )}</p></noscript>`;
    case 'text/html':
      // The operator wrote it, as HTML.
      return html`<p class="lk-captcha lk-captcha__question">${trustedHtml(info)}</p>`;
    default:
      return html`<p class="lk-captcha lk-captcha__question">${info}</p>`;
  }
}

const siteKey = (request: AuthRequest): string => metadata(request, 'sitekey') || metadata(request, 'key');
