import { expect, test } from 'vitest';
import { specialPage, titleOfPath } from '../../src/web/title.ts';

test.each([
  ['/wiki/Special:Captcha/image', 'Special:Captcha/image'],
  ['/wiki/Special%3ACaptcha%2Fimage', 'Special:Captcha/image'],
  ['/wiki/', null],
  ['/wiki/%E0%A4', null],
  ['/w/index.php', null],
])('the path %s names the title %s', (path, title) => {
  expect(titleOfPath(path, '/wiki/$1')).toBe(title);
});

test.each([
  ['Special:UserLogin', 'UserLogin'],
  ['special:userLogin', 'UserLogin'],
  ['Special: Captcha/image', 'Captcha/image'],
  ['Special:Some_page', 'Some page'],
  ['Special:', null],
  ['Main Page', null],
  ['User:Special:X', null],
])('the title %s means the special page %s', (title, name) => {
  expect(specialPage(title)).toBe(name);
});
