import { isRegion } from '../../core/dimension.ts';
import { missingFigure } from '../../core/figure.ts';
import type { Block, BlockRow } from '../../core/report/block.ts';
import { indexMessages } from '../../web/i18n/messages/index-pages.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { indicatorCell } from '../blocks/names.ts';
import { windowWords } from '../changes.ts';
import { calledSo, type NamedKind, namedChoices } from '../named-choices.ts';
import { doneFilter, type View } from '../view.ts';
import { figuredBlocks } from './figured-rows.ts';
import { wordedCells, wordedColumns } from './worded-figure.ts';

/**
 * The places of a portfolio in the order of the alphabet, countries in one table and regions in another: a region is a place
 * of its own, and no country (rule 8).
 *
 * @param search leaves those that are called so
 */
export async function placesIndex(view: View, search?: string): Promise<readonly Block[]> {
  const [codes, blockOf] = await Promise.all([
    codesOf(view, 'country', search),
    figuredBlocks(view, 'country'),
  ]);
  const [countries, regions] = [codes.filter((code) => !isRegion(code)), codes.filter(isRegion)];
  return [
    blockOf(
      {
        id: 'countries',
        title: view.t(indexMessages.countCountries, { count: countries.length }),
        head: view.t(pageMessages.country),
      },
      countries,
    ),
    blockOf(
      {
        id: 'regions',
        title: view.t(indexMessages.countRegions, { count: regions.length }),
        head: view.t(pageMessages.region),
      },
      regions,
    ),
  ];
}

/** Those that fund, as far as their reader may know of them. */
export async function donorsIndex(view: View, search?: string): Promise<readonly Block[]> {
  const [codes, blockOf] = await Promise.all([codesOf(view, 'donor', search), figuredBlocks(view, 'donor')]);
  return [
    blockOf(
      {
        id: 'donors',
        title: view.t(indexMessages.countDonors, { count: codes.length }),
        head: view.t(pageMessages.donor),
      },
      codes,
    ),
  ];
}

/**
 * Each indicator with its total to date, which says that it is none where its figures may not be summed (rule 3), and how
 * many figures are behind it.
 */
export async function indicatorsIndex(view: View, search?: string): Promise<readonly Block[]> {
  const [codes, totals] = await Promise.all([
    codesOf(view, 'indicator', search),
    view.figures.indicatorTotals({ kind: 'actual', filter: doneFilter(view) }),
  ]);
  const { t, f, names } = view;
  const found = new Map(totals.map(({ indicator, total }) => [indicator, total]));
  const units = new Map(names.indicators.map(({ code, unit }) => [code, f.text(unit)]));
  const rows = codes.map((code): BlockRow => {
    const total = found.get(code) ?? missingFigure('not-reported');
    const count = total.resultCount;
    const unit = units.get(code) ?? '';
    const filter = { ...doneFilter(view), indicator: code };
    return {
      key: code,
      href: count === 0 ? null : view.links.results({ filter, kind: 'actual' }),
      muted: false,
      cells: [
        indicatorCell(view, code),
        ...wordedCells(view, total, null),
        { text: f.number(count), raw: count },
        { text: unit, raw: unit },
      ],
    };
  });
  const block: Block = {
    id: 'indicators',
    title: t(indexMessages.countIndicators, { count: rows.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'indicator', label: t(totalsMessages.indicator), numeric: false, holds: 'code' },
      ...wordedColumns(
        view,
        view.filter.from === undefined ? t(totalsMessages.toDate) : windowWords(view, view.filter),
      ),
      { key: 'results', label: t(indexMessages.results), numeric: true },
      { key: 'unit', label: t(totalsMessages.unit), numeric: false },
    ],
    rows,
    total: null,
    notes: [],
    illustrative: false,
  };
  return [block];
}

async function codesOf(view: View, kind: NamedKind, search = ''): Promise<readonly string[]> {
  return calledSo(await namedChoices(view, kind), search).map(({ code }) => code);
}
