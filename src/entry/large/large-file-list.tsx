import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import type { View } from '../../analytics/index.ts';
import { kindName } from '../../web/i18n/kind-name.ts';
import { approvalMessages } from '../../web/i18n/messages/approvals.ts';
import { deskMessages } from '../../web/i18n/messages/entry.ts';
import { largeFileStatuses, largeFileMessages as m } from '../../web/i18n/messages/large-files.ts';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import type { LargeFile } from './large-files.repository.ts';

/** Large files, each with where it stands; of none nothing. */
export function LargeFileList(props: {
  readonly frame: Frame;
  readonly view: View;
  readonly files: readonly LargeFile[];
}): VNode | null {
  const { frame, view, files } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  if (files.length === 0) return null;
  return (
    <Section id="large-files" title={t(m.list)} lede={t(m.listLede)}>
      <Records
        id="large-file-rows"
        caption={t(m.list)}
        heads={[
          t(deskMessages.what),
          t(approvalMessages.by),
          t(deskMessages.when),
          t(approvalMessages.status),
        ]}
        rows={files.map(({ id, kind, fileName, outcome, authorName, changedAt, status }) => {
          const name = kindName(edition, kind, 'many');
          const rows =
            outcome === null ? name : t(approvalMessages.rowsOf, { kind: name, count: outcome.rows });
          return {
            key: id,
            muted: status === 'approved',
            cells: [
              <a key="what" href={pageFrom(url, `/large-files/${id}`)}>
                {fileName === '' ? rows : `${rows} (${fileName})`}
              </a>,
              authorName,
              f.moment(changedAt, view.known.timeZone),
              t(largeFileStatuses[status]),
            ],
          };
        })}
      />
    </Section>
  );
}
