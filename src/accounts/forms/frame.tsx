import type { ComponentChildren, VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import { HOME_ORGANISATION } from '../../core/organisation.ts';
import { Layout, type LayoutProps } from '../../web/parts/layout.tsx';
import { PageHeading } from '../../web/parts/section.tsx';

export interface AccountPageProps {
  readonly frame: Frame;
  readonly kicker?: string;
  readonly title: string;
  readonly lede?: string;
  readonly current: LayoutProps['current'];
  /** Above the heading: where else administrators go. */
  readonly nav?: VNode;
  readonly children: ComponentChildren;
}

/** A page with forms, in the frame of every page. */
export function AccountPage(props: AccountPageProps): VNode {
  const { frame, kicker, title, lede, current, nav, children } = props;
  const { edition, url, signedIn, assets, notice } = frame;
  return (
    <Layout
      edition={edition}
      title={title}
      description={lede ?? title}
      url={url}
      current={current}
      organisation={edition.f.text(HOME_ORGANISATION)}
      cutOff={null}
      signedIn={signedIn}
      illustrative={false}
      assets={assets}
    >
      {nav}
      {notice !== null && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <PageHeading title={title} {...(kicker ? { kicker } : {})} {...(lede ? { lede } : {})} />
      {children}
    </Layout>
  );
}
