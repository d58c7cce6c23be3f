import { defineModule, type ParamSpecs } from '../define.ts';
import { type Format, formatModule } from './format.ts';

/** The `…fm` sibling of a format: an HTML page that shows the answer (see `pages.ts`). */
export function pretty(format: Format, name = `${format.module.name}fm`): Format {
  const { params } = format.module;
  const own: ParamSpecs = typeof params === 'function' ? {} : params;
  return {
    module: defineModule(formatModule(name, format.module.className, { wrappedhtml: { type: 'boolean' }, ...own })),
    title: format.title,
    extension: () => 'html',
    contentType: () => 'text/html; charset=UTF-8',
    write: (tree, given, _indent) => format.write(tree, given, true),
    pretty: format,
    ...(format.check === undefined ? {} : { check: format.check }),
  };
}
