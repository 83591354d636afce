import type { RowError } from './row-error.ts';

/** What to do on a page, where the command has an option for it; in other languages the words of the code say it. */
const REMEDIES: Readonly<Record<string, string>> = {
  'CELL.TWO_READINGS':
    'Write it without signs between thousands, or with a zero more after its decimals; or bring the file again and say which sign stands before them.',
  'CELL.NOT_A_NUMBER':
    'Write it with that sign, or without any; or bring the file again with the other one chosen.',
  'WORD.NEARLY_KNOWN': 'Write the one that is known; what is new is entered with a form of its own first.',
};

/** What to do about an error for somebody who has a page and no command line. */
export function remedyOnPage({ code, remedy }: Pick<RowError, 'code' | 'remedy'>): string {
  return / --[a-z]/.test(remedy) ? (REMEDIES[code] ?? remedy) : remedy;
}
