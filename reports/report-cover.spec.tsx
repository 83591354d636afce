import { renderToString } from 'preact-render-to-string';
import { edition } from '../src/web/edition.ts';
import { ReportCover } from './report-cover.tsx';
import type { ReportFrame } from './report-frame.tsx';

const frame: ReportFrame = {
  edition: edition('fr', 'print'),
  stylesheet: '',
  logo: { src: 'data:image/png;base64,AA==', width: 80, height: 40 },
  front: 'cover',
  organisation: 'Organisation',
  report: 'Ports du Pacifique',
  scope: 'Chili · Pérou',
  period: 'juin 2017',
  subject: 'report',
  title: 'Ports du Pacifique, juin 2017',
  cutOff: '2017-06-30',
  known: null,
  knownAt: '1er juillet 2017, 08 h 00 HAE',
  past: null,
  changed: [],
  running: false,
  issue: '486b9423',
  illustrative: false,
  paper: 'a4',
};

const linesOf = (given: Partial<ReportFrame>) =>
  renderToString(<ReportCover {...frame} {...given} />)
    .split(/<[^>]*>/)
    .filter((text) => text !== '');

it('calls a report of one’s own by its title, and says once what it is about', () => {
  expect(linesOf({})).toEqual([
    'Organisation',
    'Ports du Pacifique',
    'Chili · Pérou',
    'Période',
    'juin 2017',
    'Tel que connu le',
    '1er juillet 2017, 08 h 00 HAE',
  ]);
});

it('says a period once, with a capital, where the report is about everything', () => {
  expect(linesOf({ report: 'Rapport', scope: 'Tous les programmes', subject: 'period' })).toEqual([
    'Organisation',
    'Rapport',
    'Juin 2017',
    'Tous les programmes',
    'Tel que connu le',
    '1er juillet 2017, 08 h 00 HAE',
  ]);
});

it('shows the logo, and sets a long title smaller', () => {
  const markup = (report: string) => renderToString(<ReportCover {...frame} report={report} />);
  expect(markup('Ports')).toContain(
    '<img class="report-logo" alt src="data:image/png;base64,AA==" width="80"',
  );
  expect(markup('x'.repeat(40))).toContain('class="cover-short"');
  expect(markup('x'.repeat(41))).toContain('class="cover-middling"');
  expect(markup('x'.repeat(91))).toContain('class="cover-long"');
});
