import { html, type SafeHtml } from '../../base/html.ts';
import { msg, plain } from '../../base/message.ts';
import { hasResetRoute } from '../../providers/temporary-password/reset.ts';
import { definePage } from '../define.ts';
import { takeFlash } from '../flash.ts';
import { buttonLink, notice } from '../form/controls.ts';
import { linkTo, page, richText, textOf } from '../layout.ts';

/** The page that the site begins with: who is signed in, and where everything is. */
export const mainPage = definePage({
  name: 'Main Page',
  namespace: 'main',
  async handle(call) {
    const { user, rights } = call.actor;
    const site = plain(call.services.config.site.name);
    const card = (title: string, key: string): SafeHtml =>
      html`<li><a class="cdx-card lk-card" href="${linkTo(call, title)}"><span class="cdx-card__text"><span class="cdx-card__text__title">${textOf(
        call,
        msg(key),
      )}</span><span class="cdx-card__text__description">${textOf(call, msg(`latchkey-about-${key}`))}</span></span></a></li>`;
    const flash = await takeFlash(call);
    const body = user
      ? html`<p>${richText(call, msg('latchkey-signed-in-as', plain(user.name)))}</p>
<ul class="lk-cards">${card('Special:AccountSecurity', 'latchkey-security')}${card(
          'Special:ChangePassword',
          'resetpass-submit-loggedin',
        )}${call.services.config.mail.enabled && card('Special:ChangeEmail', 'changeemail')}${
          call.services.config.botPasswords.enabled && card('Special:BotPasswords', 'botpasswords')
        }</ul>`
      : html`<p>${textOf(call, msg('latchkey-welcome', site))}</p>
<div class="lk-ways"><div class="lk-way">${buttonLink(textOf(call, msg('login')), linkTo(call, 'Special:UserLogin'), {
          weight: 'primary',
          action: 'progressive',
        })}</div>${
          rights.has('createaccount') &&
          html`<div class="lk-way">${buttonLink(textOf(call, msg('createaccount')), linkTo(call, 'Special:CreateAccount'))}</div>`
        }</div>
${
  hasResetRoute(call.services) &&
  html`<ul class="lk-links"><li><a href="${linkTo(call, 'Special:PasswordReset')}">${textOf(
    call,
    msg('userlogin-resetpassword-link'),
  )}</a></li></ul>`
}`;
    return page(call, {
      title: msg('latchkey-main-title', site),
      body: html`${flash && notice('success', richText(call, flash))}${body}`,
    });
  },
});
