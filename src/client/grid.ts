/**
 * A table of fields by keyboard: arrows and Enter move, what is pasted from a spreadsheet fills cells from the one in
 * which it is pasted on, and Ctrl+Z takes a paste back. Without it the table is a form as any other.
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
  grid.addEventListener('keydown', (event) => {
    const at = placeOf(event.target);
    if (at === null || event.isComposing || event.altKey) return;
    const [row, column] = at;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && pasted.length > 0) {
      event.preventDefault();
      for (const [input, value] of pasted.pop() ?? []) input.value = value;
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
  });
}
