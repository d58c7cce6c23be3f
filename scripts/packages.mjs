// Debian packages that tests need: real clients of the API in other languages, and a real directory and a real browser.
export const packages = [
  'python3-mwclient',
  'python3-requests',
  'libmediawiki-api-perl',
  'curl',
  'slapd',
  'openssl',
  'chromium',
];
