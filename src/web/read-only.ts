import { msg, plain } from '../base/message.ts';
import type { PageCall, PageResponse } from './define.ts';
import { notice } from './form/controls.ts';
import { page, textOf } from './layout.ts';

/** Says that nothing can be changed at the moment, and why. */
export const readOnly = (call: PageCall): PageResponse =>
  page(call, {
    status: 503,
    title: msg('latchkey-read-only'),
    body: notice('warning', textOf(call, msg('readonlytext', plain(call.services.config.site.readOnly ?? '')))),
  });
