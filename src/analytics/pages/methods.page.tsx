import type { VNode } from 'preact';
import { agreementMessages } from '../../web/i18n/messages/agreement.ts';
import { methodsMessages } from '../../web/i18n/messages/methods.ts';
import { HowWeCount, type OwnNumber } from '../../web/parts/how-we-count.tsx';
import { pageFrom } from '../../web/url.ts';
import { Page, type PageFrame } from './frame.tsx';

/** How we count, in the reader's words. */
export function MethodsPage({
  frame,
  own,
}: {
  readonly frame: PageFrame;
  readonly own: OwnNumber | null;
}): VNode {
  const { t } = frame.edition;
  return (
    <Page
      frame={frame}
      title={t(methodsMessages.title)}
      description={t(methodsMessages.lede)}
      current="methods"
      illustrative={false}
    >
      <HowWeCount edition={frame.edition} own={own} />
      {frame.signedIn?.rights.seesRows === true && (
        <p class="data-link">
          <a href={pageFrom(frame.url, '/methods/agreement')}>{t(agreementMessages.title)}</a>
        </p>
      )}
    </Page>
  );
}
