import { proofPath } from './links.ts';
import { proofPage } from './proof-address.ts';

describe('the address of the rows behind a figure', () => {
  it('names what stands beside the figure, and is short enough to be typed', () => {
    const june = { to: '2017-06-30' };
    expect(proofPath('officials-trained', june)).toBe('/p/officials-trained/2017-06');
    expect(proofPath('disbursement', { ...june, donor: 'canada', country: 'CR' })).toBe(
      '/p/disbursement/2017-06?country=CR&donor=canada',
    );
    // A period that is still running has no name for its days so far.
    expect(proofPath('targets', { to: '2017-06-15' })).toBe('/p/targets/2017-06-15');
    expect(proofPath('targets', june, '2017-07-01')).toBe('/p/targets/2017-06?as-of=2017-07-01');
    expect(proofPath('a/b?c', june)).toBe('/p/a%2Fb%3Fc/2017-06');
  });

  it('leads to the very rows', () => {
    expect(proofPage('officials-trained', '2017-06', { country: 'CR' })).toBe(
      '/results?indicator=officials-trained&kind=actual&country=CR&to=2017-06-30',
    );
    expect(proofPage('disbursement', '2017-06', { lang: 'fr' })).toBe(
      '/transactions?type=disbursement&lang=fr&to=2017-06-30',
    );
    expect(proofPage('targets', '2017-06-15', {})).toBe('/results?kind=target&to=2017-06-15');
    expect(proofPage('programs', '2017', {})).toBe('/programs');
    expect(() => proofPage('targets', 'soon', {})).toThrow('"soon" is not a period.');
  });
});
