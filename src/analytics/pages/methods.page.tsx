import type { VNode } from 'preact';
import { methodsMessages } from '../../web/i18n/messages/methods.ts';
import { HowWeCount } from '../../web/parts/how-we-count.tsx';
import { Page, type PageFrame } from './frame.tsx';

/** How we count, in the reader's words. */
export function MethodsPage({ frame }: { readonly frame: PageFrame }): VNode {
  const { t } = frame.edition;
  return (
    <Page
      frame={frame}
      title={t(methodsMessages.title)}
      description={t(methodsMessages.lede)}
      current="methods"
      illustrative={false}
    >
      <HowWeCount edition={frame.edition} />
    </Page>
  );
}
