import { membersOn } from '../../../../shared/features/organisation/bodies/rules.ts';
import { bodyKindLabels, type Body } from '../../../../shared/features/organisation/bodies/schema.ts';
import type { SearchItem, SearchSource } from '../../search-source.ts';
import { bodyCollection } from './collection.ts';

const FAR = '9999-12-31';

/** A body is found by its name and its kind; those who sit in it are found as people. */
const bodyItem = (body: Body): SearchItem => ({
  id: body.id,
  title: body.name,
  about: [
    bodyKindLabels[body.kind],
    body.dissolvedOn === null ? `成员 ${String(membersOn(body, FAR).length)} 人` : '已撤销',
  ].join(' · '),
  names: [body.name, bodyKindLabels[body.kind]],
  codes: [],
});

export const bodySearchSource: SearchSource = {
  kind: 'body',
  permission: 'organisation.read',
  collection: bodyCollection.name,
  all: (reader) => reader.all(bodyCollection).map(bodyItem),
  one: (reader, id) => {
    const body = reader.get(bodyCollection, id);
    return body && bodyItem(body);
  },
};
