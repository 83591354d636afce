import { remaining, typedNumber } from '../core/entry/remaining.ts';

/** So long nothing is typed before a draft is kept. */
const PAUSE_MS = 1_500;

/**
 * Keeps what is typed as a draft by itself. The service answers a draft that is kept with the page of it: from then on
 * the form is of that one, in the version that it has now. Without an answer the form is what it was.
 */
export function keepByItself(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>('.entry-kept');
  let waiting = 0;
  let keeping: Promise<void> | null = null;
  const keep = async (): Promise<void> => {
    const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    fields.set('do', 'keep');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const version = page.querySelector<HTMLInputElement>('form.entry-form [name=version]')?.value;
      if (!answer.ok || !answer.redirected || version === undefined) {
        tell(refusalIn(page));
        return;
      }
      const address = new URL(answer.url);
      address.searchParams.delete('done');
      form.action = address.href;
      hiddenField(form, 'version').value = version;
      window.history.replaceState(null, '', address);
      if (told !== null) told.textContent = form.dataset.keeps ?? '';
    } catch (error) {
      console.warn('The draft is not kept.', error);
      tell('');
    }
  };
  /** That it is not kept is said, with the reason where there is one: whoever leaves would lose it. */
  const tell = (why: string): void => {
    if (told === null) return;
    told.textContent = [form.dataset.keepsNot, why].filter(Boolean).join(' ');
    told.classList.add('field-error');
  };
  form.addEventListener('input', () => {
    if (told !== null) {
      told.textContent = '';
      told.classList.remove('field-error');
    }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      keeping = (keeping ?? Promise.resolve()).then(keep);
    }, PAUSE_MS);
  });
  // What is being kept comes first: else the form would be of a version that is no more.
  form.addEventListener('submit', (event) => {
    window.clearTimeout(waiting);
    if (keeping === null) return;
    const { submitter } = event;
    const pending = keeping;
    event.preventDefault();
    void pending.then(() => {
      keeping = null;
      // A form that is being submitted is not submitted again before this event has ended.
      window.setTimeout(() => form.requestSubmit(submitter), 0);
    });
  });
}

/** Why a form was not taken: above it, else at the first of its fields that is wrong. */
function refusalIn(page: Document): string {
  const said = page.querySelector('.entry-form .form-error, .entry-form .field-error');
  return said?.textContent?.trim() ?? '';
}

/** Takes a file that is dropped on the form of a field for files, and says that it may be. */
export function takeDrop(input: HTMLInputElement): void {
  const { form } = input;
  const field = input.closest<HTMLElement>('.field');
  if (form === null || field === null) return;
  const hint = document.createElement('span');
  hint.className = 'field-hint';
  hint.textContent = input.dataset.drop ?? '';
  field.append(hint);
  const mark = (isOver: boolean): void => {
    if (isOver) form.dataset.dropping = 'yes';
    else delete form.dataset.dropping;
  };
  form.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    mark(true);
  });
  form.addEventListener('dragleave', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) mark(false);
  });
  form.addEventListener('drop', (event) => {
    mark(false);
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    input.files = files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.focus();
  });
}

function hiddenField(form: HTMLFormElement, name: string): HTMLInputElement {
  const known = form.elements.namedItem(name);
  if (known instanceof HTMLInputElement) return known;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  form.append(field);
  return field;
}

/** Says beside the parts of a breakdown what of the value is not given out yet, axis by axis, as numbers are typed. */
export function showRemaining(parts: HTMLElement): void {
  const { form } = parts as HTMLFieldSetElement;
  const value = form?.elements.namedItem('cell-value');
  const told = parts.querySelector<HTMLElement>('.parts-rest');
  const rows = [...parts.querySelectorAll<HTMLElement>('.parts-row')];
  if (form === null || told === null || !(value instanceof HTMLInputElement)) return;
  const sign = signOf(form);
  const show = (): void => {
    const whole = typedNumber(value.value, sign);
    const given = Map.groupBy(
      rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value.trim())),
      ([axis = '']) => axis,
    );
    told.textContent = [...given]
      .flatMap(([axis, typed]) => {
        const rest = remaining(
          whole,
          typed.map(([, , number = '']) => typedNumber(number, sign)),
        );
        if (axis === '' || rest === null) return [];
        return (parts.dataset.remaining ?? '').replace('{axis}', axis).replace('{rest}', inWords(rest));
      })
      .join(' · ');
  };
  form.addEventListener('input', show);
  show();
}

/** Says beside the shares of a set what is left to 100 %, as they are typed. */
export function showSharesLeft(set: HTMLElement): void {
  const told = set.querySelector<HTMLElement>('.parts-rest');
  const fields = [...set.querySelectorAll<HTMLInputElement>('[data-share]')];
  if (told === null) return;
  const { left = '', over = '', whole = '' } = set.dataset;
  const show = (): void => {
    const rest = remaining(
      100,
      fields.map(({ value }) => typedNumber(value, signOf(set))),
    );
    if (rest === null) told.textContent = '';
    else if (rest === 0) told.textContent = whole;
    else told.textContent = (rest > 0 ? left : over).replace('{rest}', inWords(Math.abs(rest)));
  };
  set.addEventListener('input', show);
  show();
}

export function signOf({ dataset }: HTMLElement): 'comma' | 'point' {
  return dataset.decimal === 'comma' ? 'comma' : 'point';
}

/** What is left, as the page's reader writes it. */
export function inWords(rest: number): string {
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 6 });
  return format.format(rest).replace('-', '−');
}
