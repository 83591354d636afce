/** What the service answers (`GET /api/v1/suggestions`). */
interface Answer {
  readonly rows: readonly { readonly key: string; readonly label: string; readonly typed: string }[];
  readonly said: string;
}

/** Nobody reads suggestions between two strokes of a key. */
const PAUSE_MS = 120;

/**
 * Makes a field in which a name is typed an editable combobox with a list of suggestions (WAI-ARIA Authoring Practices
 * Guide, "Editable Combobox With List Autocomplete"): nothing is chosen before the reader chooses it, and what was typed
 * is sent as it stands. Without an answer the field is what it was.
 */
export function addSuggestions(input: HTMLInputElement): void {
  const list = element('ul', { role: 'listbox', id: `${input.id}-suggestions`, class: 'suggestions' });
  const label = document.querySelector(`label[for="${input.id}"]`)?.textContent ?? input.ariaLabel ?? '';
  list.setAttribute('aria-label', label);
  const said = element('span', { role: 'status', class: 'visually-hidden' });
  const foot = element('p', { 'aria-hidden': 'true', class: 'suggestions-said' });
  const box = element('div', { class: 'suggestions-box' });
  box.hidden = true;
  box.append(list, foot);
  input.after(box, said);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  let asked = new AbortController();
  let waiting = 0;
  let active = -1;
  const options = () => [...list.children] as HTMLElement[];

  const close = (): void => {
    window.clearTimeout(waiting);
    asked.abort();
    box.hidden = true;
    said.textContent = '';
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (at: number): void => {
    const all = options();
    active = all.length === 0 ? -1 : (at + all.length) % all.length;
    for (const [each, option] of all.entries()) option.setAttribute('aria-selected', String(each === active));
    const chosen = all[active];
    if (chosen === undefined) return;
    input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  };
  const choose = (option: HTMLElement): void => {
    input.value = option.dataset.typed ?? '';
    close();
  };
  const show = ({ rows, said: words }: Answer): void => {
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...rows.map(({ key, label: name, typed }, at) => {
        const option = element('li', { role: 'option', id: `${list.id}-${at}`, 'aria-selected': 'false' });
        option.dataset.typed = typed;
        const code = element('span', { class: 'suggestion-code' });
        code.textContent = key;
        option.append(name, ' ', code);
        return option;
      }),
    );
    list.hidden = rows.length === 0;
    box.hidden = false;
    input.setAttribute('aria-expanded', String(rows.length > 0));
    said.textContent = words;
    foot.textContent = words;
  };
  const ask = async (): Promise<void> => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(addressFor(input), { signal, headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const suggestions = (await answer.json()) as Answer;
      if (!signal.aborted && document.activeElement === input) show(suggestions);
    } catch (error) {
      if (signal.aborted) return;
      close();
      console.warn('There are no suggestions.', error);
    }
  };

  input.addEventListener('input', () => {
    window.clearTimeout(waiting);
    if (input.value.trim() === '') close();
    else waiting = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !box.hidden;
    const chosen = options()[active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!isOpen) void ask();
        else if (event.key === 'ArrowDown') mark(active + 1);
        else mark(active < 0 ? -1 : active - 1);
        return;
      case 'Enter':
        if (!isOpen || chosen === undefined) return close();
        event.preventDefault();
        return choose(chosen);
      case 'Escape':
        if (!isOpen) return;
        event.preventDefault();
        return close();
      case 'Tab':
        return close();
    }
  });
  input.addEventListener('blur', close);
  // The field keeps the focus while the pointer is on the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    if (option !== null) choose(option);
  });
}

/** In the words of the page, and as of the moment that it shows. */
function addressFor(input: HTMLInputElement): string {
  const asked = new URLSearchParams({
    field: input.dataset.suggest ?? '',
    typed: input.value.trim(),
    lang: document.documentElement.lang,
  });
  const moment = new URLSearchParams(window.location.search).get('as-of');
  if (moment !== null && moment !== '') asked.set('as-of', moment);
  return `/api/v1/suggestions?${asked.toString()}`;
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
