import type { ElementHandle, Page } from 'puppeteer';

/** What the reader stands on: by its id, its name, what it says or is said to be. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return [
      here?.id,
      here?.getAttribute('name'),
      here?.textContent?.trim(),
      here?.getAttribute('aria-label'),
    ].filter(Boolean);
  });

/** More than any page has to stand on. */
const MOST_STEPS = 400;

/** Goes on by the tabulator until something is reached, as a reader without a mouse does. */
export async function tabTo(page: Page, what: string): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if ((await focused(page)).includes(what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not lead to ${what}.`);
}

export async function typeInto(page: Page, name: string, typed: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(typed);
}

/** A link or a button, which is pressed. */
export async function press(page: Page, what: string): Promise<void> {
  await tabTo(page, what);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** Goes on by the tabulator until something that fits a selector is reached. */
export async function reach(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await page.evaluate((fits) => document.activeElement?.matches(fits) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not lead to ${selector}.`);
}

/** Presses what fits a selector, and waits for the page that comes of it. */
export async function pressAt(page: Page, selector: string): Promise<void> {
  await reach(page, selector);
  await Promise.all([page.waitForNavigation({ timeout: 120_000 }), page.keyboard.press('Enter')]);
}

/** Types into a field, over what stands in it. */
export async function typeOver(page: Page, selector: string, typed: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Delete');
  if (typed !== '') await page.keyboard.type(typed);
}

/**
 * Gives a file to a field, as the dialogue of the system does. The dialogue itself opens only within seconds of a key or a
 * click, which a busy machine cannot promise.
 */
export async function upload(page: Page, selector: string, path: string): Promise<void> {
  const field = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
  if (field === null) throw new Error(`The page has no ${selector}.`);
  await field.uploadFile(path);
}
