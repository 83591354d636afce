import { enliven } from './enliven.ts';
import { keepByItself, showRemaining, showSharesLeft, takeDrop } from './entry.ts';
import { applyAtOnce, keepPlace, returnToPlace } from './filters.ts';
import { moveInGrid, showRestOfColumns } from './grid.ts';
import { addSuggestions } from './suggest.ts';

/** Charts a little below the screen are made live before they are scrolled to. */
const AHEAD = '200px';

const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      void enliven(target as HTMLElement);
    }
  },
  { rootMargin: AHEAD },
);

for (const block of document.querySelectorAll('[data-chart]')) seen.observe(block);
for (const form of document.querySelectorAll<HTMLFormElement>('form.filter-fields')) applyAtOnce(form);
for (const way of document.querySelectorAll('.period-bar a, a.chip'))
  way.addEventListener('click', keepPlace);
for (const input of document.querySelectorAll<HTMLInputElement>('[data-suggest]')) addSuggestions(input);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keeps]')) keepByItself(form);
for (const parts of document.querySelectorAll<HTMLElement>('fieldset.parts')) showRemaining(parts);
for (const set of document.querySelectorAll<HTMLElement>('fieldset[data-left]')) showSharesLeft(set);
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-drop]')) takeDrop(input);
for (const grid of document.querySelectorAll<HTMLElement>('table.entry-table')) moveInGrid(grid);
for (const grid of document.querySelectorAll<HTMLElement>('table.entry-table[data-remaining]'))
  showRestOfColumns(grid);
returnToPlace();
