// A request to the API as a program in several languages. Each prints what the API answers.

const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const php = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const entries = (params, write) => params.map(([name, value]) => `    ${write(name, value)},\n`).join('');
const json = (params) => entries(params, (name, value) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);

/** The request as an address; of a POST too, for links. */
export const address = ({ url, params }) => `${url}?${new URLSearchParams(params)}`;

const curl = ({ url, method, params }) =>
  [
    method === 'GET' ? 'curl --get' : 'curl',
    ...params.map(([name, value]) => `--data-urlencode ${shell(`${name}=${value}`)}`),
    shell(url),
  ].join(' \\\n  ');

const python = ({ url, method, params }) =>
  `import requests

session = requests.Session()
answer = session.${method.toLowerCase()}(${JSON.stringify(url)}, ${method === 'GET' ? 'params' : 'data'}={
${json(params)}})
print(answer.text)
`;

const javascript = ({ url, method, params }) =>
  `const params = new URLSearchParams({
${json(params)}});
const answer = await fetch(${
    method === 'GET'
      ? `\`${url}?\${params}\``
      : `${JSON.stringify(url)}, {
    method: 'POST',
    body: params,
}`
  });
console.log(await answer.text());
`;

const phpProgram = ({ url, method, params }) =>
  `<?php
$params = http_build_query([
${entries(params, (name, value) => `${php(name)} => ${php(value)}`)}]);
echo file_get_contents(${
    method === 'GET'
      ? `${php(`${url}?`)} . $params`
      : `${php(url)}, false, stream_context_create(['http' => [
    'method' => 'POST',
    'header' => 'Content-Type: application/x-www-form-urlencoded',
    'content' => $params,
]])`
  });
`;

/** Writers by the name of their language: `{ url, method, params: [[name, value], …] }` → text. */
export const languages = { URL: address, curl, Python: python, JavaScript: javascript, PHP: phpProgram };
