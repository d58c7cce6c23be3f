import { isIP } from 'node:net';
import { z } from 'zod';

/** Marks a schema inside an option as sensitive: its value is never printed or repeated. */
export const secret = <S extends z.ZodType>(schema: S): S => schema.meta({ writeOnly: true });

/** A text that is not empty. */
export const text = z.string().min(1);

/** A whole number from `min` to `max`. */
export const whole = (min: number, max?: number) => (max === undefined ? z.int().min(min) : z.int().min(min).max(max));

const isRange = (value: string): boolean => {
  const [address, bits, ...rest] = value.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

/** An IP address or a CIDR range, both families. */
export const addressRange = z.string().refine(isRange).describe('an IP address or a range such as 10.0.0.0/8');

const isHttpUrl = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hash === '';
};

/** An absolute address with http or https. */
export const httpUrl = z.string().refine(isHttpUrl).describe('an http or https address');

/** A mail address, optionally as `Name <address>`. */
export const mailAddress = z
  .string()
  .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
  .describe('a mail address, or Name <address>');

/** A path on the site: `/` and no slash at its end; empty for the root. */
export const sitePath = z
  .string()
  .regex(/^(?:\/[^\s?#/]+)*$/)
  .describe('a path such as /w, without a slash at its end');

const window = z.strictObject({ count: whole(1), seconds: whole(1) });

/** Limits of a throttle that hold together: so many attempts in so many seconds. An empty list switches it off. */
export const limits = z.array(window).describe('a list of {"count": attempts, "seconds": window}; empty = off');

/** One limit of a throttle. */
export type Limit = Readonly<z.output<typeof window>>;
