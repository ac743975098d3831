import type { ComponentType } from 'react';
import type { Access } from '../../shared/kernel/channel.ts';

/** A card on the 今日 page, e.g. the matters that wait for this person. */
export interface TodayCard {
  readonly key: string;
  readonly access: Access;
  /** Draws a `Card` of its own, or nothing when there is nothing to say. */
  readonly card: ComponentType;
}

/** A thing that people often come to do. */
export interface QuickAct {
  readonly label: string;
  /** One line on what it is for. */
  readonly about: string;
  readonly path: string;
  readonly access: Access;
}
