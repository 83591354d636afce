import { Secret } from './secret.ts';

/** A bucket of a store that speaks S3, in which files are kept in place of the database. */
export interface FileStoreConfig {
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: Secret;
  readonly secret: Secret;
}

export const FILE_STORE_FORM =
  'an address such as s3://bucket?endpoint=https://s3.example.org&region=eu-west-1';

/** What `s3://bucket?endpoint=…&region=…` says; null where it is none. */
export function readFileStore(text: string): Pick<FileStoreConfig, 'endpoint' | 'bucket' | 'region'> | null {
  const [, bucket = '', query = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\?(.+)$/.exec(text) ?? [];
  const parameters = new URLSearchParams(query);
  const endpoint = parameters.get('endpoint') ?? '';
  const region = parameters.get('region') ?? 'auto';
  const known = [...parameters.keys()].every((name) => name === 'endpoint' || name === 'region');
  if (bucket === '' || !known || !/^[a-z0-9-]{1,40}$/.test(region) || !URL.canParse(endpoint)) return null;
  const { protocol, username, password, search, hash } = new URL(endpoint);
  if (!['http:', 'https:'].includes(protocol) || `${username}${password}${search}${hash}` !== '') return null;
  return { endpoint: endpoint.replace(/\/+$/, ''), bucket, region };
}
