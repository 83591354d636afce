import { remaining, typedNumber } from '../core/entry/remaining.ts';
import { inWords, signOf } from './entry.ts';

/**
 * A table of fields by keyboard: arrows and Enter move, what is pasted from a spreadsheet fills cells from the one in
 * which it is pasted on, Ctrl+Z takes a paste back, and Ctrl+S saves, as spreadsheets do. Without it the table is a form as
 * any other.
 */
export function moveInGrid(grid: HTMLElement): void {
  const rows = [...grid.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('input')]);
  const placeOf = (input: EventTarget | null): readonly [row: number, column: number] | null => {
    const row = rows.findIndex((each) => each.includes(input as HTMLInputElement));
    return row < 0 ? null : [row, rows[row]?.indexOf(input as HTMLInputElement) ?? 0];
  };
  const pasted: (readonly (readonly [HTMLInputElement, string])[])[] = [];
  const go = (row: number, column: number): boolean => {
    const next = rows[row]?.[column];
    next?.focus();
    next?.select();
    return next !== undefined;
  };
  const tellChange = () => grid.dispatchEvent(new Event('input'));
  grid.addEventListener('keydown', (event) => {
    const at = placeOf(event.target);
    if (at === null || event.isComposing || event.altKey) return;
    const [row, column] = at;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && pasted.length > 0) {
      event.preventDefault();
      for (const [input, value] of pasted.pop() ?? []) input.value = value;
      tellChange();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')) {
      event.preventDefault();
      (event.target as HTMLInputElement).form?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const { selectionStart, selectionEnd, value } = event.target as HTMLInputElement;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    const moves: Readonly<Record<string, () => boolean>> = {
      ArrowDown: () => go(row + 1, column),
      ArrowUp: () => go(row - 1, column),
      Enter: () => go(row + (event.shiftKey ? -1 : 1), column),
      // Within what is typed, the arrows move the caret.
      ArrowLeft: () => (isWhole || selectionEnd === 0) && go(row, column - 1),
      ArrowRight: () => (isWhole || selectionStart === value.length) && go(row, column + 1),
    };
    const isAtEnd = event.key === 'Enter' && row + 1 === rows.length && !event.shiftKey;
    if (moves[event.key]?.() === true || isAtEnd) event.preventDefault();
  });
  grid.addEventListener('paste', (event) => {
    const at = placeOf(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (at === null || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const changed = lines.flatMap((line, down) =>
      line.split('\t').flatMap((cell, across) => {
        const input = rows[at[0] + down]?.[at[1] + across];
        return input === undefined || input.readOnly ? [] : [[input, cell.trim()] as const];
      }),
    );
    pasted.push(changed.map(([input]) => [input, input.value] as const));
    for (const [input, cell] of changed) input.value = cell;
    tellChange();
  });
}

/**
 * Says under a table of parts what of each column's whole is not given out yet, as numbers are typed, pasted and taken back:
 * the first row holds the wholes, all others their parts. Below the table it is told of the column that is typed in, for
 * whoever listens.
 */
export function showRestOfColumns(grid: HTMLElement): void {
  const rows = [...grid.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('input')]);
  const [wholes = [], ...parts] = rows;
  const heads = [...grid.querySelectorAll('thead th')].slice(1);
  const told = [...grid.querySelectorAll('tfoot td')];
  const said = grid.closest('form')?.querySelector('.parts-rest');
  const restAt = (column: number): number | null => {
    const numberAt = (row: readonly HTMLInputElement[]) =>
      typedNumber(row[column]?.value ?? '', signOf(grid));
    return remaining(numberAt(wholes), parts.map(numberAt));
  };
  grid.addEventListener('input', ({ target }) => {
    for (const [column, cell] of told.entries()) {
      const rest = restAt(column);
      cell.textContent = rest === null ? '' : inWords(rest);
      cell.toggleAttribute('data-wrong', rest !== null && rest !== 0);
    }
    const at = Math.max(...rows.map((row) => row.indexOf(target as HTMLInputElement)));
    const rest = at < 0 ? null : restAt(at);
    if (said == null) return;
    const { remaining: left = '', over = '' } = grid.dataset;
    said.textContent =
      rest === null
        ? ''
        : (rest < 0 ? over : left)
            .replace('{column}', heads[at]?.textContent ?? '')
            .replace('{rest}', inWords(Math.abs(rest)));
  });
}
