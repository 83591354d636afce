import { fieldsOfMultipart } from './multipart-fields.ts';

const part = (head: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const read = (body: string, type = 'multipart/form-data; boundary=b') => fieldsOfMultipart(type, body);

it('reads what a mail provider sends', () => {
  const body = `${part('name="List-Unsubscribe"', 'One-Click')}--b--\r\n`;
  expect(read(body)).toEqual({ 'List-Unsubscribe': 'One-Click' });
  expect(read(body, 'multipart/form-data; charset=utf-8; boundary="b"')).toEqual({
    'List-Unsubscribe': 'One-Click',
  });
});

it('gives all values of a name that comes again, and leaves files and what has no name out', () => {
  const parts = [
    part('name="a"', '1'),
    part('name="a"', '2'),
    part('name="f"; filename="x"', '3'),
    part('x="y"', '4'),
  ];
  expect(read(`${parts.join('')}--b--`)).toEqual({ a: ['1', '2'] });
});

it.each([
  ['no boundary', 'multipart/form-data', part('name="a"', '1')],
  ['another boundary', 'multipart/form-data; boundary=c', part('name="a"', '1')],
  ['nothing', 'multipart/form-data; boundary=b', ''],
  ['a head alone', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="a"'],
])('finds no field in %s', (_what, type, body) => {
  expect(read(body, type)).toEqual({});
});
