import { FONT_STACK } from '../charts/text-measure.ts';

/** From the pointer to the tooltip, in pixels. */
const OFFSET = 14;

/** Shows what the SVG says of a country at once, for pointer and keyboard, instead of after the browser's delay. */
export function addMapTooltips(block: HTMLElement): void {
  const texts = new Map<Element, string>();
  for (const title of block.querySelectorAll('svg title')) {
    if (title.parentElement !== null) texts.set(title.parentElement, title.textContent ?? '');
    title.remove();
  }
  for (const link of block.querySelectorAll('svg a[aria-label]')) {
    const mark = link.querySelector('path,circle');
    if (mark !== null) texts.set(mark, link.getAttribute('aria-label') ?? '');
  }
  const tooltip = document.createElement('div');
  tooltip.setAttribute('aria-hidden', 'true');
  tooltip.hidden = true;
  Object.assign(tooltip.style, {
    position: 'absolute',
    pointerEvents: 'none',
    whiteSpace: 'nowrap',
    padding: '4px 8px',
    borderRadius: '3px',
    font: `12px/1.4 ${FONT_STACK}`,
    color: 'var(--chart-surface,#fff)',
    background: 'var(--chart-ink,#1b2330)',
  });
  block.append(tooltip);

  const show = (target: EventTarget | null, x: number, y: number): void => {
    const mark =
      target instanceof Element ? (texts.has(target) ? target : target.querySelector('path,circle')) : null;
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
