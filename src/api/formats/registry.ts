import type { Format } from './format.ts';
import { json } from './json.ts';
import { none } from './none.ts';
import { php } from './php.ts';
import { pretty } from './pretty.ts';
import { raw } from './raw.ts';
import { xml } from './xml.ts';

/** Every format, in the order in which it is listed. */
export const formats: readonly Format[] = [json, pretty(json), none, php, pretty(php), pretty(raw), xml, pretty(xml)];

const byName: ReadonlyMap<string, Format> = new Map(formats.map((format) => [format.module.name, format]));

/** The format of a name. */
export const formatByName = (name: string): Format | undefined => byName.get(name);
