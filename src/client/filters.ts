/** Under which name the place on a page is kept while it is asked for anew. */
const PLACE = 'attest-place';

/**
 * A filter that applies as soon as something is chosen, and leaves the reader at the same place on the page. Names that
 * are typed wait for Enter or the button, for nobody knows when they are complete; a period and days of one's own take
 * turns.
 */
export function applyAtOnce(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
    if (target.name === 'period') for (const name of ['from', 'to']) empty(form, name);
    if (target.name === 'from' || target.name === 'to') empty(form, 'period');
    // Of days, one may be the first of two.
    if (target instanceof HTMLSelectElement) form.requestSubmit();
  });
  form.addEventListener('submit', keepPlace);
}

/** Remembers where on the page its reader is. */
export function keepPlace(): void {
  withStorage((storage) => {
    storage.setItem(PLACE, JSON.stringify({ path: window.location.pathname, top: window.scrollY }));
  });
}

/** Goes back to where its reader was on the page that was asked for anew. */
export function returnToPlace(): void {
  withStorage((storage) => {
    const kept = storage.getItem(PLACE);
    storage.removeItem(PLACE);
    if (kept === null || window.location.hash !== '') return;
    const { path, top } = JSON.parse(kept) as { readonly path: string; readonly top: number };
    if (path === window.location.pathname) window.scrollTo({ top, behavior: 'instant' });
  });
}

/** Browsers may be told to keep nothing: then the page begins at its head, as any page does. */
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(window.sessionStorage);
  } catch (error) {
    console.warn('The place on the page is not kept.', error);
  }
}

function empty(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = '';
}
