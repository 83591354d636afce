import { rowColumns } from './row-columns.ts';

const pathsOf = (svg: string) => [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d);

describe('the columns of a row', () => {
  it('stand from zero, each as high as its part of the greatest; other times are drawn by themselves', () => {
    const [others, own, zero] = pathsOf(
      rowColumns([{ value: 11, context: true }, { value: null, context: true }, { value: 22 }]),
    );
    // Half of 22 pixels; nothing where nothing is known; and all of them.
    expect(others).toBe('M0 22h7v-11h-7z');
    expect(own).toBe('M18 22h7v-22h-7z');
    // No zero stands where nothing is known (rule 5).
    expect(zero).toBe('M0 22h7v1h-7zM18 22h7v1h-7z');
  });

  it('show a value that is not zero, however small, and none of zero or less', () => {
    const [own, zero] = pathsOf(rowColumns([{ value: 1 }, { value: 1000 }, { value: 0 }, { value: -5 }]));
    expect(own).toBe('M0 22h7v-1.5h-7zM9 22h7v-22h-7z');
    expect(zero).toBe('M0 22h7v1h-7zM9 22h7v1h-7zM18 22h7v1h-7zM27 22h7v1h-7z');
  });
});
