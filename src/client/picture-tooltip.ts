import { FONT_STACK } from '../charts/text-measure.ts';

/** From the pointer to the tooltip, in pixels. */
const OFFSET = 14;

const MARKS = 'path,circle,rect';

/**
 * Shows what the SVG says of a mark at once, for pointer and keyboard, instead of after the browser's delay; of one that
 * leads somewhere also that it does.
 *
 * @param hint what it says of that
 */
export function addPictureTooltips(block: HTMLElement, hint: string | undefined): void {
  const texts = new Map<Element, string>();
  for (const title of block.querySelectorAll('svg title')) {
    if (title.parentElement !== null) texts.set(title.parentElement, title.textContent ?? '');
    title.remove();
  }
  for (const link of block.querySelectorAll('svg a[aria-label]')) {
    const mark = link.querySelector(MARKS);
    const words = link.getAttribute('aria-label') ?? '';
    if (mark !== null) texts.set(mark, hint === undefined ? words : `${words}\n${hint}`);
  }
  const tooltip = document.createElement('div');
  tooltip.setAttribute('aria-hidden', 'true');
  tooltip.hidden = true;
  Object.assign(tooltip.style, {
    position: 'absolute',
    pointerEvents: 'none',
    whiteSpace: 'pre-line',
    width: 'max-content',
    maxWidth: 'min(100%, 320px)',
    zIndex: '1',
    padding: '4px 8px',
    borderRadius: '3px',
    font: `12px/1.4 ${FONT_STACK}`,
    color: 'var(--chart-surface,#fff)',
    background: 'var(--chart-ink,#1b2330)',
  });
  block.append(tooltip);

  const show = (target: EventTarget | null, x: number, y: number): void => {
    const mark =
      target instanceof Element ? (texts.has(target) ? target : target.querySelector(MARKS)) : null;
    const text = mark === null ? undefined : texts.get(mark);
    tooltip.hidden = text === undefined;
    if (text === undefined) return;
    tooltip.textContent = text;
    const frame = block.getBoundingClientRect();
    const right = frame.width - tooltip.offsetWidth;
    tooltip.style.left = `${Math.max(0, Math.min(x - frame.left + OFFSET, right))}px`;
    tooltip.style.top = `${Math.max(0, y - frame.top - tooltip.offsetHeight - OFFSET / 2)}px`;
  };
  block.addEventListener('pointermove', ({ target, clientX, clientY }) => {
    show(target, clientX, clientY);
  });
  block.addEventListener('pointerleave', () => {
    tooltip.hidden = true;
  });
  block.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    const { left, right, top } = target.getBoundingClientRect();
    show(target, (left + right) / 2, top);
  });
  block.addEventListener('focusout', () => {
    tooltip.hidden = true;
  });
}
