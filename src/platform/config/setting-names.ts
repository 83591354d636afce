type Environment = Readonly<Record<string, string | undefined>>;

/** Words that any program on a machine may use for its own settings, alone or with a letter more. */
const ANYBODYS: readonly string[] = ['PORT', 'HOST', 'LOG_LEVEL'];

/** From this length on, two letters may be off, and it is still no other word. */
const LONG_NAME = 14;

/** What Kubernetes and Docker tell each container of a service that is called "attest", or "attest-…". */
const OF_A_CLUSTER =
  /^ATTEST_(\w+_)?(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;
const PORT_OF_A_CLUSTER = /^ATTEST_(\w+_)?PORT$/;

/**
 * What is wrong with the names in an environment: those that begin with ATTEST_ and are no setting, and those that are
 * a letter off a setting which is not given, such as SMTP_URI. Other programs' variables are none of our business.
 *
 * @param settings the names that there are
 * @returns a sentence without a point for each, as "SMTP_URI is not a setting: did you mean SMTP_URL?"
 */
export function wrongNames(env: Environment, settings: readonly string[]): readonly string[] {
  return Object.keys(env).flatMap((name) => {
    if (!env[name] || settings.includes(name)) return [];
    const meant = settings.find((setting) => !env[setting] && isMisspelt(name, setting));
    if (meant !== undefined) return [`${name} is not a setting: did you mean ${meant}?`];
    if (!name.startsWith('ATTEST_') || isOfACluster(name, env[name])) return [];
    const ours = settings.filter((setting) => setting.startsWith('ATTEST_')).join(', ');
    return [`${name} is not a setting (there are ${ours})`];
  });
}

function isOfACluster(name: string, value: string): boolean {
  return OF_A_CLUSTER.test(name) || (PORT_OF_A_CLUSTER.test(name) && /^(tcp|udp|sctp):\/\//.test(value));
}

function isMisspelt(name: string, setting: string): boolean {
  if (ANYBODYS.includes(setting)) return false;
  return distance(name.toUpperCase(), setting) <= (setting.length >= LONG_NAME ? 2 : 1);
}

/** How many letters are added, left out, changed or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + same,
          isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
