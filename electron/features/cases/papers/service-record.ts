import { decisionPapers } from '../../../../shared/features/cases/conditions.ts';
import type { ServiceRecord } from '../../../../shared/features/cases/carrying-out.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import { publicName } from './masking.ts';
import { instantOf, propertiesOf } from './parts.ts';
import { introduced, placeOf } from './people.ts';
import { serviceBody, serviceLacking, serviceValues, type ServedPaper } from './service-form.ts';

/** The service it is about; undefined for a form to be signed, while nothing is recorded. */
const serviceOf = ({ record, aboutId }: PaperFacts): ServiceRecord | undefined =>
  record.services.find(({ id }) => id === aboutId);

/** What is served with it: what the record says, or all papers of the decision for the person. */
const servedPapers = (facts: PaperFacts): readonly ServedPaper[] => {
  const served = serviceOf(facts);
  if (served) return facts.record.papers.filter(({ id }) => served.paperIds.includes(id));
  return decisionPapers(facts.record).filter(
    ({ personIds }) => facts.subject === null || personIds.includes(facts.subject.personId),
  );
};

const titleOf = ({ record, subject }: PaperFacts): string =>
  subject ? `送达回证（${publicName(record, subject)}）` : '送达回证';

/** 送达回证: to be signed while nothing is recorded, filled in afterwards. */
const serviceRecordPaper = (source: PaperSource): PlainForm => {
  const { school, record, subject, texts, draft } = source;
  const served = serviceOf(source);
  return {
    form: 'plain',
    issuer: school.name,
    title: '送达回证',
    number: `案号：${record.number}`,
    body: [
      serviceBody({
        papers: servedPapers(source),
        recipient: subject?.name ?? '',
        place: [subject?.kind === 'pupil' ? '班级' : '部门岗位', subject ? placeOf(subject) : ''],
        served,
        note: texts.service.note,
      }),
    ],
    draft,
    properties: propertiesOf(
      school,
      titleOf(source),
      served?.recorded.at ?? record.decision?.decided.at ?? instantOf(record.registeredOn),
    ),
  };
};

/** Before service the form is printed to be signed; afterwards it is final with what was recorded. */
export const serviceRecordMaker: PaperMaker = forThemselves({
  numberSuffix: null,
  title: titleOf,
  lacking: (facts) => serviceLacking(serviceOf(facts)),
  make: serviceRecordPaper,
  datedOn: (facts) => serviceOf(facts)?.servedOn ?? facts.record.registeredOn,
  fields: (source) =>
    serviceValues({
      papers: servedPapers(source),
      recipient: source.subject ? introduced(source.subject) : '',
      served: serviceOf(source),
    }),
});
