import { renderToString } from 'preact-render-to-string';
import { translator } from '../../web/i18n/translator.ts';
import { MandateFields } from './mandate-fields.tsx';
import { codesField } from './mandate-form.ts';

const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ code: `P-${at + 1}`, label: `Programme ${at + 1}` }));
const fields = (programs: number) =>
  renderToString(
    <MandateFields
      t={translator('en')}
      form="invite"
      choices={{ organisations: choices(2), programs: choices(programs) }}
      given={{ role: 'officer', organisations: [], programs: ['P-1', 'P-2'] }}
      refusal={null}
    />,
  );

it('programmes are boxes to tick, or where there are many, codes to type', () => {
  expect(fields(40).match(/type="checkbox" name="programs"/g)).toHaveLength(40);
  const many = fields(41);
  expect(many).not.toContain('type="checkbox" name="programs"');
  expect(many).toContain('value="P-1, P-2"');
  expect(many).toContain('Codes, with commas between them.');
});

it('boxes and typed codes are read alike', () => {
  expect(codesField.parse(['P-1', 'P-2'])).toEqual(['P-1', 'P-2']);
  expect(codesField.parse(' P-2,P-1, ,')).toEqual(['P-1', 'P-2']);
  expect(codesField.parse(undefined)).toEqual([]);
});
