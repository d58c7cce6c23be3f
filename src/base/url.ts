/** Schemes of MediaWiki's default `$wgUrlProtocols`, whether written with `//` or without. */
const SCHEMES = new Set(
  (
    'bitcoin ftp ftps geo git gopher http https irc ircs magnet mailto matrix mms news nntp redis sftp sip sips ' +
    'sms ssh svn tel telnet urn worldwind xmpp'
  ).split(' '),
);

/** Whether the text behind a host's colon is empty or starts with a number that is a port, in at most five bytes. */
function isPortLike(port: string): boolean {
  if (port.length === 0) return true;
  const number = port.length > 5 ? null : /^[ \t\n\v\f\r]*[+-]?\d+/.exec(port);
  return number !== null && Number(number[0]) >= 0 && Number(number[0]) <= 65535;
}

/** Whether what follows `scheme://` starts with a host, and its port (if any) is one. */
function hasHost(rest: string): boolean {
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const colon = host.startsWith('[') && host.endsWith(']') ? -1 : host.lastIndexOf(':');
  return colon < 0 ? host.length > 0 : colon > 0 && isPortLike(host.slice(colon + 1));
}

/**
 * Whether `loginreturnurl` and `createreturnurl` accept an address: absolute, with one of the schemes above, and with a
 * host where `//` follows. Says nothing about where it leads: an allow-list must decide before anybody is sent there.
 * Behaviour of MediaWiki's `wfParseUrl`, which also takes `http:path` and `http:`.
 */
export function isAbsoluteReturnUrl(url: string): boolean {
  const bytes = Buffer.from(url, 'utf8').toString('latin1');
  const match = /^([A-Za-z0-9+.-]+):/.exec(bytes);
  if (!match?.[1] || !SCHEMES.has(match[1].toLowerCase())) return false;
  const rest = bytes.slice(match[0].length);
  if (rest.startsWith('//')) return hasHost(rest.slice(2));
  return rest === '' || rest.startsWith('/') || !/^\d{0,5}(\/|$)/.test(rest);
}

/** Whether an http or https address leads to this machine: `localhost`, `*.localhost`, 127.0.0.0/8 or `[::1]`. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])\.?$/.test(hostname);
}
