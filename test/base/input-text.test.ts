import { expect, test } from 'vitest';
import { byteLength, cleanFormText, cleanInput, decodeBytes } from '../../src/base/utf8.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

test('valid UTF-8 is read as it is, with its byte order mark', () => {
  expect(decodeBytes(bytes('efbbbf61c3a9f09f9880'))).toBe('\ufeffaé😀');
});

test('in an address invalid UTF-8 is Windows-1252 and its undefined bytes vanish', () => {
  expect(decodeBytes(bytes('61e9800081'))).toBe('aé€\0');
  expect(decodeBytes(bytes('9f8d90eda0'))).toBe('Ÿí\u00a0');
});

test.each([
  ['61e962', 'a�b'],
  ['e98041', '�A'],
  ['eda080', '�'],
  ['f4908080', '�'],
  ['c080', '�'],
  ['fffe', '��'],
  ['8080', '��'],
  ['f888808080', '�'],
  ['c3c3a9', '�é'],
])('in a body the broken sequence %s becomes %j', (hex, text) => {
  expect(decodeBytes(bytes(hex), 'replace')).toBe(text);
});

test('input is NFC without control characters, and line ends stay', () => {
  expect(cleanInput('e\u0301')).toBe('é');
  expect(cleanInput('a\u0000b\u0008\u000b\u001f')).toBe('a�b���');
  expect(cleanInput('\ufffe\uffff\ud800')).toBe('���');
  expect(cleanInput('a\t\r\n\rb\u007f\u0085')).toBe('a\t\r\n\rb\u007f\u0085');
  expect(cleanFormText('a\r\nb\rc')).toBe('a\nb\rc');
});

test('lengths count bytes', () => expect(byteLength('aé日😀')).toBe(10));
