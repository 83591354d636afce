import { itRefuses, type Refusal } from '../support/refusals.ts';

const PROGRAMS: readonly Refusal[] = [
  [
    'every bad cell of a row',
    'programs',
    ['code,title,status,start,link', 'A B,,paused,2014-13,ftp://x.org'],
    [
      [2, 'code', 'CELL.NOT_A_CODE'],
      [2, 'title', 'TEXT.MISSING'],
      [2, 'status', 'CELL.UNKNOWN_WORD'],
      [2, 'start', 'CELL.NOT_A_DATE'],
      [2, 'link', 'CELL.NOT_A_LINK'],
    ],
  ],
  [
    'a parent that nobody knows, but not one whose own row is bad',
    'programs',
    ['code,parent,title,status', 'A,NOBODY,A,ongoing', 'B,C,B,ongoing', 'C,,,ongoing'],
    [
      [2, 'parent', 'PROGRAM.UNKNOWN_PARENT'],
      [4, 'title', 'TEXT.MISSING'],
    ],
  ],
  [
    'programmes inside themselves',
    'programs',
    ['code,parent,title,status', 'A,B,A,ongoing', 'B,A,B,ongoing', 'C,C,C,ongoing', 'D,A,D,ongoing'],
    [
      [2, 'parent', 'PROGRAM.INSIDE_ITSELF'],
      [3, 'parent', 'PROGRAM.INSIDE_ITSELF'],
      [4, 'parent', 'PROGRAM.INSIDE_ITSELF'],
    ],
  ],
  [
    'a circle with what is stored: MAR-CR is in MAR',
    'programs',
    ['code,parent,title,status', 'MAR,MAR-CR,Maritime,ongoing'],
    [[2, 'parent', 'PROGRAM.INSIDE_ITSELF']],
  ],
  [
    'an end before the start, also the one that is stored: TOUR-CR starts on 2017-07-20',
    'programs',
    ['code,title,status,end', 'TOUR-CR,Plan,ongoing,2017-06'],
    [[2, 'end', 'PROGRAM.DATES_REVERSED']],
  ],
  [
    'pillars that nobody knows, or whose shares are not 100',
    'programs',
    [
      'code,title,status,pillar',
      'A,A,ongoing,peace',
      'B,B,ongoing,democracy:60;human-rights:30',
      'C,C,ongoing,a:1:2',
    ],
    [
      [2, 'pillar', 'PROGRAM.UNKNOWN_PILLAR'],
      [3, 'pillar', 'SHARES.NOT_100'],
      [4, 'pillar', 'CELL.NOT_PILLARS'],
    ],
  ],
  [
    'places that are none, programmes that are none, shares that are none',
    'program-countries',
    [
      'program,country_or_region,share',
      'MAR,XK,',
      'MAR,region:,',
      'NOBODY,CR,',
      'MAR,CR,0',
      'MAR,HN,a third',
    ],
    [
      [2, 'country_or_region', 'CELL.UNKNOWN_COUNTRY'],
      [3, 'country_or_region', 'CELL.NO_CODE'],
      [4, 'program', 'PROGRAM.UNKNOWN'],
      [5, 'share', 'CELL.NOT_A_SHARE'],
      [6, 'share', 'CELL.NOT_A_NUMBER'],
    ],
  ],
  [
    'shares that are not 100 over the programme, those stored before included',
    'program-countries',
    [
      'program,country_or_region,share',
      'MAR-CL,CR,50',
      'TOUR-CR,AG,',
      'NET-POL,CR,100',
      'YOUTH,CR,50',
      'YOUTH,CR,50',
    ],
    [
      [2, 'share', 'SHARES.NOT_100'],
      [3, 'share', 'SHARES.NOT_ALL_GIVEN'],
      [4, 'share', 'SHARES.NOT_ALL_GIVEN'],
      [5, 'share', 'SHARES.NOT_ALL_GIVEN'],
      [6, 'country_or_region', 'ROW.REPEATED'],
    ],
  ],
  [
    'organisations that are new without a kind, or known otherwise',
    'program-organisations',
    [
      'program,organisation,kind,country,role',
      'MAR,Nobody knows,,,funding',
      'MAR,Canada,university,CA,funding',
      'MAR,Canada,government,US,partner',
      'MAR,Canada,government,CA,sponsor',
      'MAR,...,government,CA,funding',
    ],
    [
      [2, 'kind', 'ORGANISATION.NO_KIND'],
      [3, 'kind', 'ORGANISATION.CONTRADICTION'],
      [4, 'country', 'ORGANISATION.CONTRADICTION'],
      [5, 'role', 'CELL.UNKNOWN_WORD'],
      [6, 'organisation', 'CELL.NO_CODE'],
    ],
  ],
  [
    'places that contradict themselves',
    'places',
    [
      'code,kind,name,countries,member_from,member_to',
      'XK,country,,,,',
      'CR,country,,NI,,',
      'region:x,region,,,,',
      'region:x,region,Y,XK,2000-01-01,',
      'GT,country,,,2000-01-01,1999-01-01',
      'HN,country,,,,1999-01-01',
      'SV,country,,,1951-12-13,',
      'SV,country,,,1990-01-01,',
      'PA,country,,,1951-12-13,',
      'PA,country,Panama,,1990-01-01,',
    ],
    [
      [2, 'code', 'PLACE.UNKNOWN_COUNTRY'],
      [3, 'countries', 'PLACE.NOT_A_REGION'],
      [4, 'name', 'PLACE.NO_NAME'],
      [5, 'countries', 'CELL.UNKNOWN_COUNTRY'],
      [6, 'member_to', 'PLACE.DATES_REVERSED'],
      [7, 'member_from', 'PLACE.NO_BEGINNING'],
      [9, 'member_from', 'PLACE.MEMBERSHIPS_OVERLAP'],
      [11, 'code', 'ROW.REPEATED'],
    ],
  ],
  [
    'regions whose code is not made of their name, or that are members',
    'places',
    ['code,kind,name,member_from', 'region:x,region,Y,', 'region:y,region,Y,2000-01-01'],
    [
      [2, 'code', 'PLACE.CODE_NOT_OF_NAME'],
      [3, 'member_from', 'PLACE.NOT_A_COUNTRY'],
    ],
  ],
];

itRefuses('an import of programmes refuses', PROGRAMS);
