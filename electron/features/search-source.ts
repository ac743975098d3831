import type { Permission } from '../../shared/features/accounts/permissions.ts';
import type { SearchHit } from '../../shared/features/search/channels.ts';
import type { Reader } from '../store/types.ts';

/** One thing that can be found. */
export interface SearchItem {
  readonly id: string;
  readonly title: string;
  /** The second line of a hit: 工号, department, class, document number… */
  readonly about: string;
  /** Chinese words, matched by characters, full pinyin and initials. */
  readonly names: readonly string[];
  /** Numbers and codes, matched as typed. */
  readonly codes: readonly string[];
}

/** What a feature offers to the search: it never hands over what the caller may not see. */
export interface SearchSource {
  readonly kind: SearchHit['kind'];
  readonly permission: Permission;
  /** The collection whose records the items are; a commit to it makes the item anew. */
  readonly collection: string;
  /** Every item there is now. */
  all(reader: Reader): SearchItem[];
  /** One item, or undefined when the record is gone or not to be found. */
  one(reader: Reader, id: string): SearchItem | undefined;
  /** True for a record that this user may not find although the permission is there; left out when there is none. */
  hides?(reader: Reader, id: string, userId: string): boolean;
}
