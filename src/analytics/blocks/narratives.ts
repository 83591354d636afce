import type { Narrative } from '../../core/narratives/narrative.ts';
import type { Block } from '../../core/report/block.ts';
import { plainWords, type ToldText } from '../../core/report/told-text.ts';
import { languageOf } from '../../core/text.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { narrativeMessages, sectionWords } from '../../web/i18n/messages/narratives.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { countryLabel } from '../labels.ts';
import type { View } from '../view.ts';

/** Texts as rows, for files: the same words as on the page, with the same figures in them. */
export function narrativesBlock(
  view: View,
  narratives: readonly Narrative[],
  told: readonly ToldText[],
  id: string,
): Block {
  const { t, f } = view;
  const rows = narratives.map((narrative, index) => {
    const { place, section, periodEnd, sheet } = narrative;
    const text = told[index];
    const words = text === undefined ? '' : plainWords(text);
    const plain = (said: string | null) => ({ text: said ?? '', raw: said });
    return {
      key: narrative.id,
      href: text?.href ?? null,
      muted: false,
      cells: [
        { text: t(sectionWords[section]), raw: section },
        { text: place === null ? '' : countryLabel(view, place), raw: place },
        { text: text?.period ?? '', raw: periodEnd },
        plain(words),
        plain(languageOf(narrative.text, view.language)),
        plain(sheet === null ? null : f.text(sheet)),
      ],
    };
  });
  return {
    id,
    title: t(narrativeMessages.tableTitle, { count: rows.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'section', label: t(narrativeMessages.section), numeric: false },
      { key: 'place', label: t(blockMessages.place), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
      { key: 'text', label: t(narrativeMessages.text), numeric: false, prose: true },
      { key: 'language', label: t(narrativeMessages.language), numeric: false, dataOnly: true },
      { key: 'sheet', label: t(narrativeMessages.sheet), numeric: false, prose: true },
    ],
    rows,
    total: null,
    notes: [],
    illustrative: false,
  };
}
