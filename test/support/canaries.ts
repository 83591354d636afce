import type { Database } from '../../src/platform/database/database.ts';
import { importCsv } from './import.ts';

/**
 * Two donors who must not learn of each other, beside the reference portfolio: what is one's bears its word, `alpha` or
 * `beta`, in names, codes, notes and evidence, or an amount of its own, so that a page can be searched for it.
 *
 * - ALPHA-ONE is alpha's, BETA-ONE is beta's, DUO is both's.
 * - SUB-BETA, an activity of ALPHA-ONE, is beta's: beta reads the name of ALPHA-ONE above it, and nothing else of it.
 * - Money without a provider: of BETA-ONE it is beta's, of DUO nobody's (rule 8).
 * - `unapproved` stands in what nobody has approved.
 * - KEPT names no organisation and stands in every kind of text that is for the organisation alone: in all of DUO's, as
 *   several fund it, and in some of BETA-ONE's, where somebody has said so.
 */
const KEPT = 'Paid by the Italian cooperation';

export async function plantCanaries(db: Database): Promise<void> {
  const programs = [
    'code,title,status,pillar,start,summary,note,link,objectives,objectives_for,beneficiaries',
    'ALPHA-ONE,Harbour lights,ongoing,democracy,2017-01-01,summary-of-alpha,sheetnote-of-alpha,https://alpha.example/,,,',
    `BETA-ONE,Programme of beta,ongoing,democracy,2017-01-01,summary-of-beta,sheetnote-of-beta,https://beta.example/,${KEPT},organisation,`,
    `DUO,Shared programme,ongoing,democracy,2017-01-01,summary-of-both. ${KEPT},${KEPT},,${KEPT},,${KEPT}`,
  ];
  const activities = [
    'code,parent,title,status,summary',
    'SUB-BETA,ALPHA-ONE,Activity of beta,ongoing,summary-of-beta',
  ];
  const countries = ['program,country_or_region', 'ALPHA-ONE,CL', 'BETA-ONE,CL', 'DUO,CL'];
  const organisations = [
    'program,organisation,kind,role',
    'ALPHA-ONE,Alphaland,government,funding',
    'BETA-ONE,Betaland,government,funding',
    'DUO,Alphaland,government,funding',
    'DUO,Betaland,government,funding',
    'SUB-BETA,Betaland,government,funding',
    'BETA-ONE,Carrier of beta,firm,implementing',
  ];
  const results = [
    'program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,sheet,note,note_for',
    'ALPHA-ONE,officials trained,people,actual,CL,2017-05-01,2017-05-31,day,exact,1919,proof-of-alpha,result-of-alpha,',
    `BETA-ONE,officials trained,people,actual,CL,2017-05-01,2017-05-31,day,exact,2929,proof-of-beta,result-of-beta. ${KEPT},organisation`,
    'SUB-BETA,officials trained,people,actual,CL,2017-05-01,2017-05-31,day,exact,3939,proof-of-beta,subresult-of-beta,',
    `DUO,officials trained,people,actual,CL,2017-05-01,2017-05-31,day,exact,4949,proof-of-both. ${KEPT},result-of-both. ${KEPT},`,
  ];
  const drafts = [
    results[0],
    'ALPHA-ONE,officials trained,people,actual,CL,2017-06-01,2017-06-30,day,exact,987654,unapproved-proof,unapproved-result,',
    'DUO,officials trained,people,actual,CL,2017-06-01,2017-06-30,day,exact,987655,unapproved-proof,unapproved-result,',
  ];
  const money = 'program,type,value_date,amount,currency,provider,receiver,country_or_region,note,note_for';
  const transactions = [
    money,
    'ALPHA-ONE,disbursement,2017-05-02,1010101.01,USD,Alphaland,,CL,money-of-alpha,',
    `DUO,disbursement,2017-05-02,1616161.61,USD,Alphaland,,CL,duo-money-of-alpha. ${KEPT},`,
    `BETA-ONE,disbursement,2017-05-03,2020202.02,USD,Betaland,,CL,money-of-beta. ${KEPT},organisation`,
    `DUO,disbursement,2017-05-03,2323232.32,USD,Betaland,,CL,duo-money-of-beta. ${KEPT},`,
    'BETA-ONE,commitment,2017-05-03,2424242.42,USD,,,CL,default-money-of-beta,',
    'DUO,commitment,2017-05-04,3030303.03,USD,,,CL,money-of-nobody,',
  ];
  const draftMoney = [
    money,
    'ALPHA-ONE,disbursement,2017-05-09,9090909.09,USD,Alphaland,,CL,unapproved-money,',
  ];
  const text = 'program,country_or_region,section,period_end,text,text_for,sheet,sheet_for';
  const narratives = [
    text,
    'ALPHA-ONE,,result,2017-05,words-of-alpha: [officials-trained],everybody,sheetwords-of-alpha,everybody',
    `BETA-ONE,,result,2017-05,words-of-beta: [officials-trained],everybody,sheetwords-of-beta. ${KEPT},organisation`,
    `BETA-ONE,,next,,keptwords-of-beta. ${KEPT},organisation,,`,
    'SUB-BETA,CL,partners,,subwords-of-beta: [officials-trained target],everybody,,',
    `DUO,,background,,words-of-both. ${KEPT},,,`,
    'DUO,CL,result,2017-05,openwords-of-both: [officials-trained],everybody,,',
  ];
  const draftWords = [text, 'ALPHA-ONE,,next,,unapproved-words,everybody,unapproved-sheet,'];
  const files: readonly (readonly [string, readonly (string | undefined)[], boolean])[] = [
    ['programs', programs, true],
    ['programs', activities, true],
    ['program-countries', countries, true],
    ['program-organisations', organisations, true],
    ['results', results, true],
    ['results', drafts, false],
    ['transactions', transactions, true],
    ['transactions', draftMoney, false],
    ['narratives', narratives, true],
    ['narratives', draftWords, false],
  ];
  for (const [kind, lines, approve] of files) {
    const { errors } = await importCsv(db, kind, `${lines.join('\n')}\n`, { approve });
    if (errors.length > 0) throw new Error(`The canaries are refused: ${JSON.stringify(errors)}`);
  }
}

/** What gives each away, in whatever way a page, a file or a report writes it. */
export const MARKS = {
  alpha:
    /alphaland|-of-alpha|ALPHA-ONE|alpha\.example|1[.,\s\u00a0\u202f]?010[.,\s\u00a0\u202f]?101|1[.,\s\u00a0\u202f]?616[.,\s\u00a0\u202f]?161|\b1[.,\s\u00a0\u202f]?919\b/i,
  beta: /betaland|-of-beta|BETA-ONE|SUB-BETA|of beta\b|beta\.example|2[.,\s\u00a0\u202f]?020[.,\s\u00a0\u202f]?202|2[.,\s\u00a0\u202f]?323[.,\s\u00a0\u202f]?232|2[.,\s\u00a0\u202f]?424[.,\s\u00a0\u202f]?242|\b2[.,\s\u00a0\u202f]?929\b|\b3[.,\s\u00a0\u202f]?939\b/i,
  /** Beta reads the name of the programme above its own activity. */
  alphaButForItsName:
    /alphaland|-of-alpha|alpha\.example|1[.,\s\u00a0\u202f]?010[.,\s\u00a0\u202f]?101|1[.,\s\u00a0\u202f]?616[.,\s\u00a0\u202f]?161|\b1[.,\s\u00a0\u202f]?919\b/i,
  nobodys: /money-of-nobody|3[.,\s\u00a0\u202f]?030[.,\s\u00a0\u202f]?303/i,
  unapproved: /unapproved|987[.,\s\u00a0\u202f]?65[45]|9[.,\s\u00a0\u202f]?090[.,\s\u00a0\u202f]?909/i,
  /** What an officer of BETA-ONE has begun, and nobody else sees: not even whoever approves. */
  drafted: /drafted-(by|and)-/,
  /** What that officer has sent on, said of it, and is called. */
  entered: /entered-(by|in|and|as)-/,
  /** What an officer of ALPHA-ONE has begun and sent on. */
  officers: /of-the-officer/,
  /** Texts that are for the organisation alone. */
  kept: /Italian cooperation/i,
  /** Donors of the reference portfolio, but for those that are countries on a map or the example of a rule. */
  reference: /aecid|italy|development bank of latin america/i,
} as const;
