import { isolated } from './isolate.ts';
import { message } from './message.ts';
import { translator } from './translator.ts';

describe('names that run from right to left', () => {
  it('are set apart, and no others', () => {
    expect(isolated('مصر')).toBe('\u2068مصر\u2069');
    expect(isolated('ישראל')).toBe('\u2068ישראל\u2069');
    expect(['Costa Rica', '農村', '12'].map(isolated)).toEqual(['Costa Rica', '農村', '12']);
  });

  it('are set apart in every sentence that names them', () => {
    const said = message<{ name: string; count: number }>({
      en: '{name}: {count, number} officials',
      es: '',
      pt: '',
      fr: '',
    });
    expect(translator('en')(said, { name: 'مصر', count: 37 })).toBe('\u2068مصر\u2069: 37 officials');
  });
});
