import type { ComponentChildren, VNode } from 'preact';
import { Layout, type LayoutProps } from './layout.tsx';
import { PageHeading } from './section.tsx';

export interface FormPageProps {
  readonly frame: Pick<LayoutProps, 'edition' | 'url' | 'site' | 'signedIn' | 'assets'> & {
    /** What has just been done, in a sentence. */
    readonly notice: string | null;
  };
  readonly kicker?: string;
  readonly title: string;
  readonly lede?: string;
  readonly current: LayoutProps['current'];
  /** Above the heading: where else administrators go. */
  readonly nav?: VNode;
  readonly children: ComponentChildren;
}

/** A page with forms, in the frame of every page. */
export function FormPage(props: FormPageProps): VNode {
  const { frame, kicker, title, lede, current, nav, children } = props;
  const { edition, url, site, signedIn, assets, notice } = frame;
  return (
    <Layout
      edition={edition}
      title={title}
      description={lede ?? title}
      url={url}
      current={current}
      site={site}
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
