/** The pages whose filters can be kept under a name: the dashboard, and lists. */
export const VIEW_PAGES = ['/', '/programs', '/results', '/transactions'] as const;
export type ViewPageName = (typeof VIEW_PAGES)[number];
