import { defineModule } from '../define.ts';
import { type Format, formatModule } from './format.ts';

/** `format=none`: no body. */
export const none: Format = {
  module: defineModule(formatModule('none', 'ApiFormatNone', {})),
  title: 'NONE',
  extension: () => 'txt',
  contentType: () => 'text/plain; charset=utf-8',
  write: () => '',
};
