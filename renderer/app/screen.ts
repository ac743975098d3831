import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { SearchHit } from '../../shared/features/search/channels.ts';
import type { Access } from '../../shared/kernel/channel.ts';

/** The side navigation's entries, in the order of the work. */
export const navGroups = {
  today: '今日',
  cases: '线索与案件',
  evaluation: '考核评估',
  archive: '问责档案',
  duties: '职责与目标',
  rewards: '激励与绩效',
  participation: '参与与改进',
  standards: '标准与制度',
  organisation: '机构与人员',
  system: '系统',
} as const;
export type NavGroup = keyof typeof navGroups;

/** One screen of the app: a line in the routes table. */
export interface Screen {
  /** Path pattern of the hash router, e.g. `/cases/:id`. */
  readonly path: string;
  /** Heads the window, the breadcrumbs and the search. */
  readonly title: string;
  /** Who may see it; for others neither navigation nor search offers it. */
  readonly access: Access;
  readonly page: LazyExoticComponent<ComponentType>;
  readonly group: NavGroup;
  /** True: an entry of the side navigation. Paths with parameters never are. */
  readonly inNav: boolean;
  /** The path of the screen above it in the breadcrumbs. */
  readonly parent?: string;
  /** The kind of search hit that this screen shows; its `:id` is filled with the hit's id. */
  readonly opens?: SearchHit['kind'];
  /** What F1 says: one short paragraph per line. */
  readonly help: readonly string[];
}

/** A page loaded when it is first opened: `page(() => import('…/staff-page.tsx'), 'StaffPage')`. */
export const page = <K extends string>(
  load: () => Promise<Readonly<Record<K, ComponentType>>>,
  name: K,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));
