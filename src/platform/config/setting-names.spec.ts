import { wrongNames } from './setting-names.ts';

const SETTINGS = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DATABASE_URL',
  'DATA_DIR',
  'SMTP_URL',
  'MAIL_FROM',
  'REPORT_TIME_ZONE',
  'ATTEST_ROLE',
  'ATTEST_SECRET',
  'TRUST_PROXY',
  'OIDC_CLIENT_SECRET',
  'OIDC_ROLES',
  'PUPPETEER_EXECUTABLE_PATH',
  'LOG_LEVEL',
];

describe('a name that is nearly a setting', () => {
  it.each([
    // a letter changed, left out, added, swapped
    ['SMTP_URI', 'SMTP_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['ATTEST_SECRETS', 'ATTEST_SECRET'],
    ['MAIL_FORM', 'MAIL_FROM'],
    ['PUBLIC_ULR', 'PUBLIC_URL'],
    ['TRUSTPROXY', 'TRUST_PROXY'],
    ['OIDC_ROLE', 'OIDC_ROLES'],
    // in small letters, which Linux tells apart
    ['smtp_url', 'SMTP_URL'],
    // two letters, of a long name
    ['REPORT_TIMEZON', 'REPORT_TIME_ZONE'],
    ['OIDC_CLEINT_SECRT', 'OIDC_CLIENT_SECRET'],
    ['PUPETEER_EXECUTABLE_PAHT', 'PUPPETEER_EXECUTABLE_PATH'],
  ])('%s is refused, and %s named', (name, meant) => {
    expect(wrongNames({ PATH: '/bin', [name]: 'x' }, SETTINGS)).toEqual([
      `${name} is not a setting: did you mean ${meant}?`,
    ]);
  });

  it('is another program’s where the right one is given, and nothing where it is empty', () => {
    expect(wrongNames({ SMTP_URI: 'x', SMTP_URL: 'smtp://mail' }, SETTINGS)).toEqual([]);
    expect(wrongNames({ SMTP_URI: '' }, SETTINGS)).toEqual([]);
  });
});

describe('what other programs put into an environment is let be', () => {
  const namesOf = (text: string) => Object.fromEntries(text.split(/\s+/).map((name) => [name, 'x']));

  it.each([
    [
      'a login on Linux',
      'HOME USER LOGNAME SHELL PATH PWD OLDPWD SHLVL TERM LANG LC_ALL TZ MAIL HOSTNAME HOSTTYPE DISPLAY TMPDIR EDITOR PS1 _ ' +
        'XDG_DATA_DIRS XDG_DATA_HOME XDG_CONFIG_DIRS XDG_RUNTIME_DIR SSH_CONNECTION SSH_CLIENT SUDO_USER DBUS_SESSION_BUS_ADDRESS COLORTERM',
    ],
    [
      'Docker and systemd',
      'HOSTNAME HOME PATH NODE_VERSION YARN_VERSION NODE_ENV INVOCATION_ID JOURNAL_STREAM SYSTEMD_EXEC_PID LISTEN_FDS NOTIFY_SOCKET ' +
        'LOGS_DIRECTORY STATE_DIRECTORY CREDENTIALS_DIRECTORY',
    ],
    [
      'Kubernetes with services called postgres, data, smtp, mail, host, log',
      ['POSTGRES', 'DATA', 'SMTP', 'MAIL', 'HOST', 'LOG', 'DATABASE', 'KUBERNETES']
        .flatMap((name) =>
          [
            '_SERVICE_HOST',
            '_SERVICE_PORT',
            '_SERVICE_PORT_HTTP',
            '_PORT',
            '_PORT_5432_TCP',
            '_PORT_5432_TCP_ADDR',
          ].map((end) => `${name}${end}`),
        )
        .join(' '),
    ],
    [
      'npm',
      'npm_config_cache npm_config_user_agent npm_config_log_level npm_lifecycle_event npm_package_json npm_execpath npm_node_execpath INIT_CWD NODE COLOR',
    ],
    [
      'CI on GitHub and GitLab',
      'CI GITHUB_ACTIONS GITHUB_SERVER_URL GITHUB_API_URL GITHUB_WORKSPACE RUNNER_TEMP RUNNER_OS RUNNER_TOOL_CACHE ' +
        'CI_JOB_URL CI_PROJECT_URL CI_PROJECT_DIR CI_SERVER_HOST CI_SERVER_PORT JAVA_HOME DEBIAN_FRONTEND',
    ],
    [
      'databases, mail servers and hosts of other programs',
      'DATABASE_HOST DATABASE_PORT DATABASE_USER DATABASE_NAME DB_URL DATA DATABASE PGHOST PGPORT PGDATA PGPASSWORD POSTGRES_PASSWORD ' +
        'SMTP_HOST SMTP_PORT SMTP_USER SMTP_FROM MAIL_HOST MAILTO MAIL_PORT PUBLIC_IP PUBLIC_DIR BASE_URL REDIS_URL HTTP_PROXY NO_PROXY ' +
        'LOG_LEVELS LOGLEVEL HOSTS PORTS POST COST PUPPETEER_CACHE_DIR PUPPETEER_SKIP_DOWNLOAD TEST_DATABASE_URL',
    ],
  ])('of %s', (_whose, names) => {
    expect(wrongNames(namesOf(names), SETTINGS)).toEqual([]);
  });

  it('of a cluster in which the service itself is called attest', () => {
    const env = {
      ATTEST_SERVICE_HOST: '10.0.0.7',
      ATTEST_SERVICE_PORT: '3000',
      ATTEST_SERVICE_PORT_HTTP: '3000',
      ATTEST_PORT: 'tcp://10.0.0.7:3000',
      ATTEST_PORT_3000_TCP: 'tcp://10.0.0.7:3000',
      ATTEST_PORT_3000_TCP_PROTO: 'tcp',
      ATTEST_PORT_3000_TCP_PORT: '3000',
      ATTEST_PORT_3000_TCP_ADDR: '10.0.0.7',
      ATTEST_WEB_SERVICE_HOST: '10.0.0.8',
      ATTEST_WEB_PORT: 'tcp://10.0.0.8:3000',
    };
    expect(wrongNames(env, SETTINGS)).toEqual([]);
    expect(wrongNames({ ATTEST_PORT: '3000' }, SETTINGS)).toEqual([
      'ATTEST_PORT is not a setting (there are ATTEST_ROLE, ATTEST_SECRET)',
    ]);
  });
});
