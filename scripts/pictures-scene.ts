import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer';

/** Who looks at pages that are not for programs. */
export type PersonName = 'officer' | 'manager' | 'administrator';

/** People at work: who is signed in, and where what they have begun stands. */
export interface Scene {
  readonly pages: Readonly<Record<PersonName, Page>>;
  readonly paths: Readonly<Record<'draft' | 'sheet' | 'review' | 'since', string>>;
}

const PROGRAMS = ['TOUR', 'NET-POL'];
const PASSWORD = 'A long one, for pictures alone';
const HEAD = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value,note';
/** One that is right, one that nobody can read, and one that looks like what is there (45 of Antigua and Barbuda). */
const SHEET = [
  HEAD,
  'TOUR,officials trained,people,actual,KN,2017-05,2017-05,15,',
  'TOUR,officials trained,people,actual,GD,2017-05,2017-05,many,',
  'TOUR-AG,officials trained,people,actual,AG,2016-01-01,2017-06-30,54,',
];

/**
 * People of a service that runs, who have begun what its pages are for: a draft, a file with what is to be
 * mended and answered for, rows that wait, and one that was approved.
 *
 * @param run a command of the service; what it prints
 * @param folder for files that are brought
 */
export async function setScene(
  browser: Browser,
  origin: string,
  { run, folder }: { readonly run: (args: readonly string[]) => string; readonly folder: string },
): Promise<Scene> {
  const since = new Date().toISOString();
  const person = async (role: PersonName, name: string) => {
    const mandate = role === 'officer' ? ['--program', PROGRAMS.join(',')] : [];
    const said = run(['admin', 'user', `${role}@example.org`, '--role', role, '--name', name, ...mandate]);
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(`${origin}${/\/one-time\/[^\s]+/.exec(said)?.[0]}`);
    await page.type('[name=password]', PASSWORD);
    await press(page, '#one-time button');
    return page;
  };
  const pages = {
    officer: await person('officer', 'Ana Lima'),
    manager: await person('manager', 'Jean Tremblay'),
    administrator: await person('administrator', 'Rosa Díaz'),
  };
  const { officer, manager } = pages;
  const pathOf = (page: Page) => new URL(page.url()).pathname;
  const figure = async (place: string, value: string) => {
    await officer.goto(`${origin}/entry/results?lang=en`);
    const cells = {
      program: 'TOUR',
      indicator: 'officials trained',
      country_or_region: place,
      period_start: '2017-05',
      period_end: '2017-05',
      value,
    };
    for (const [column, typed] of Object.entries(cells)) await officer.type(`[name=cell-${column}]`, typed);
  };
  const bring = async (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), lines.join('\n'));
    await officer.goto(`${origin}/imports?lang=en`);
    const field = (await officer.$('#import-file')) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(join(folder, name));
    await press(officer, '#import button[type=submit]');
    return pathOf(officer);
  };
  const approve = async () => {
    await manager.goto(`${origin}/approvals?lang=en`);
    await manager.click('[name=group]');
    await press(manager, '#approvals button[type=submit]');
    const ids = await manager.$$eval('#approve [name=id]', (all) =>
      all.map((one) => ['id', one.getAttribute('value') ?? '']),
    );
    return `/approvals/review?${new URLSearchParams(ids)}`;
  };

  await figure('DM', '12');
  await press(officer, 'button[name=do][value=submit]');
  await approve();
  await press(manager, '#approve button[type=submit]');
  await figure('GD', '30');
  await press(officer, 'button[name=do][value=submit]');
  const review = await approve();
  await figure('LC', '22');
  for (const [field, typed] of Object.entries({ axis: 'sex', part: 'female', number: '7' }))
    await officer.type(`[name=part-0-${field}]`, typed);
  await officer.waitForFunction(() => /^\/submissions\//.test(location.pathname));
  const draft = pathOf(officer);
  const sheet = await bring('results-of-may.csv', SHEET);
  return { pages, paths: { draft, sheet, review, since } };
}

async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}
