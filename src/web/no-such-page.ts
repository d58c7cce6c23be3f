import { html } from '../base/html.ts';
import { msg } from '../base/message.ts';
import type { PageCall, PageResponse } from './define.ts';
import { linkTo, page, textOf } from './layout.ts';
import { MAIN_PAGE } from './title.ts';

/** Says that a title is none of a page. */
export const noSuchPage = (call: PageCall): PageResponse =>
  page(call, {
    status: 404,
    title: msg('nosuchspecialpage'),
    body: html`<p>${textOf(call, msg('nospecialpagetext'))}</p>
<p><a class="lk-button-link cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" href="${linkTo(
      call,
      MAIN_PAGE,
    )}">${textOf(call, msg('returnto-main'))}</a></p>`,
  });
