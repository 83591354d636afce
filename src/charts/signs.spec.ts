import { signsIn } from './signs.ts';

const latin = (code: number) => code < 0x180;
const texts = (text: string) => signsIn(text, latin).map((codes) => String.fromCodePoint(...codes));

describe('signsIn', () => {
  it('finds nothing in what the typeface has, composed or not', () => {
    expect(texts('Año 2017: e\u0301, Š')).toEqual([]);
  });

  it('finds each sign once', () => {
    expect(texts('農村 a 農')).toEqual(['農', '村']);
  });

  it('keeps a letter with its marks, which one typeface has to draw together', () => {
    expect(texts('q\u0303 \u0254\u0300')).toEqual(['q\u0303', '\u0254\u0300']);
    expect(texts('स्वा')).toEqual(['स्', 'वा']);
  });

  it('leaves out what nobody sees', () => {
    expect(texts('a\u200db \u2764\ufe0f \u2068a\u2069')).toEqual(['\u2764']);
  });
});
