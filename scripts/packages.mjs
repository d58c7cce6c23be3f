// Debian packages that tests need: real clients of the API in other languages, and a real directory.
export const packages = ['python3-mwclient', 'python3-requests', 'libmediawiki-api-perl', 'curl', 'slapd', 'openssl'];
