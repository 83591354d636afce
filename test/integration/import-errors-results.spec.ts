import { itRefuses, type Refusal } from '../support/refusals.ts';

/** Columns that a row of results needs, and then `columns`. */
const result = (columns: string, ...rows: readonly string[]) => [
  `program,indicator,kind,value${columns === '' ? '' : `,${columns}`}`,
  ...rows.map((row) => `MAR,${row}`),
];
const RESULTS: readonly Refusal[] = [
  [
    'a programme and an indicator that nobody knows',
    'results',
    ['program,indicator,kind,value', 'NOBODY,officials trained,actual,1', 'MAR,something new,actual,1'],
    [
      [2, 'program', 'PROGRAM.UNKNOWN'],
      [3, 'unit', 'INDICATOR.NO_UNIT'],
    ],
  ],
  [
    'what contradicts the indicator',
    'results',
    result(
      'unit,combine_time',
      'officials trained,actual,1,companies,',
      'officials trained,actual,1,people,latest',
      'officials trained,hope,1,people,',
    ),
    [
      [2, 'unit', 'INDICATOR.CONTRADICTION'],
      [3, 'combine_time', 'INDICATOR.CONTRADICTION'],
      [4, 'kind', 'CELL.UNKNOWN_WORD'],
    ],
  ],
  [
    'rows of one new indicator that contradict each other',
    'results',
    result('unit,denominator', 'ports,actual,1,ports,', 'ports,actual,1,docks,', 'ports,actual,1,ports,2'),
    [
      [3, 'unit', 'INDICATOR.CONTRADICTION'],
      [4, 'denominator', 'RESULT.NOT_A_RATIO'],
    ],
  ],
  [
    'a breakdown that is not the value: 22 is not 7 + 14',
    'results',
    result(
      'breakdown',
      'officials trained,actual,22,sex=female:7;sex=male:14',
      'officials trained,actual,22,sex=female:7;sex=male:15;mode=online:20',
      'officials trained,actual,22,sex',
      'officials trained,actual,22,sex=female;sex=male:22',
      'officials trained,actual,22,unit=people',
    ),
    [
      [2, 'breakdown', 'BREAKDOWN.NOT_THE_SUM'],
      [3, 'breakdown', 'BREAKDOWN.NOT_THE_SUM'],
      [4, 'breakdown', 'BREAKDOWN.UNREADABLE'],
      [5, 'breakdown', 'BREAKDOWN.NO_NUMBER'],
      [6, 'breakdown', 'BREAKDOWN.RESERVED'],
    ],
  ],
  [
    'numbers that are none, or not of their kind',
    'results',
    result(
      'qualifier',
      'officials trained,actual,"1,000",',
      'officials trained,actual,-1,',
      'officials trained,actual,1.5,',
      'officials trained,actual,9007199254740993,',
      'officials trained,actual,10-15,exact',
      'officials trained,actual,10,range',
      'officials trained,actual,15-10,range',
      'officials trained,actual,,',
    ),
    [
      [2, 'value', 'CELL.TWO_READINGS'],
      [3, 'value', 'RESULT.NEGATIVE'],
      [4, 'value', 'RESULT.NOT_WHOLE'],
      [5, 'value', 'CELL.NOT_EXACT'],
      [6, 'qualifier', 'RESULT.RANGE_CONTRADICTS'],
      [7, 'value', 'RESULT.RANGE_CONTRADICTS'],
      [8, 'value', 'RESULT.RANGE_REVERSED'],
      [9, 'value', 'CELL.EMPTY'],
    ],
  ],
  [
    'denominators where none belong, and none where one does',
    'results',
    result(
      'denominator',
      'officials trained,actual,1,2',
      'programmes coordinated with,actual,14,',
      'programmes coordinated with,actual,14,0',
    ),
    [
      [2, 'denominator', 'RESULT.NOT_A_RATIO'],
      [3, 'denominator', 'RESULT.NO_DENOMINATOR'],
      [4, 'denominator', 'RESULT.DENOMINATOR_NOT_POSITIVE'],
    ],
  ],
  [
    'dates that are wrong, reversed, or contradict their precision; on 2017-07-01 nothing has begun on the 3rd',
    'results',
    result(
      'period_start,period_end,date_precision',
      'officials trained,actual,1,2017-02-30,2017-03-01,day',
      'officials trained,actual,1,2017-03-02,2017-03-01,day',
      'officials trained,actual,1,2017-03-01,,day',
      'officials trained,actual,1,,,year',
      'officials trained,actual,1,2016,2016,none',
      'officials trained,actual,1,2016,2016,month',
      'officials trained,actual,1,2017-07-03,2017-12-31,day',
      'officials trained,target,1,2017-07-03,2017-12-31,day',
    ),
    [
      [2, 'period_start', 'CELL.NOT_A_DATE'],
      [3, 'period_end', 'RESULT.DATES_REVERSED'],
      [4, 'period_end', 'RESULT.NO_END'],
      [5, 'date_precision', 'RESULT.PRECISION_CONTRADICTS'],
      [6, 'date_precision', 'RESULT.PRECISION_CONTRADICTS'],
      [7, 'date_precision', 'RESULT.PRECISION_CONTRADICTS'],
      [8, 'period_start', 'RESULT.NOT_YET'],
    ],
  ],
  [
    'rates that would be added, or that are more than their parts',
    'results',
    [
      'program,indicator,kind,value,unit,breakdown,combine_time,combine_place',
      'MAR,satisfaction,actual,85,% of participants,,sum,',
      'MAR,approval,actual,85,percent,,,sum',
      'MAR,completion,actual,85,%,sex=female:45;sex=male:40,,',
      'MAR,growth,actual,-2.5,%,,,',
    ],
    [
      [2, 'combine_time', 'INDICATOR.RATE_ADDED'],
      [3, 'combine_place', 'INDICATOR.RATE_ADDED'],
      [4, 'breakdown', 'RESULT.RATE_IN_PARTS'],
    ],
  ],
  [
    'indicators of rates that are counted or added',
    'indicators',
    [
      'indicator,unit,measure,combine_time,combine_place',
      'satisfaction,% of participants,count,sum,sum',
      'approval,tasa,amount,sum,sum',
      'completion,%,rate,sum,none',
      'coverage,%,rate,latest,sum',
      'completed,%,ratio,latest,sum',
    ],
    [
      [2, 'measure', 'INDICATOR.RATE_COUNTED'],
      [3, 'measure', 'INDICATOR.RATE_COUNTED'],
      [4, 'combine_time', 'INDICATOR.RATE_ADDED'],
      [5, 'combine_place', 'INDICATOR.RATE_ADDED'],
    ],
  ],
  [
    'an indicator that would change the meaning of its results, or counts no people',
    'indicators',
    [
      'indicator,unit,measure,combine_time,combine_place,people,reports_every',
      'officials trained,trainings,count,sum,sum,persons,',
      'people informed,people,ratio,sum,sum,persons,',
      'something new,dollars,amount,sum,sum,persons,',
      'something else,dollars,amount,average,sum,,',
      'something more,dollars,amount,sum,sum,,week',
    ],
    [
      [2, 'unit', 'INDICATOR.FIXED'],
      [3, 'measure', 'INDICATOR.FIXED'],
      [4, 'people', 'INDICATOR.NOT_PEOPLE'],
      [5, 'combine_time', 'CELL.UNKNOWN_WORD'],
      [6, 'reports_every', 'CELL.UNKNOWN_WORD'],
    ],
  ],
];

itRefuses('an import of results refuses', RESULTS);
