import type { ServiceRecord } from '../../../../shared/features/cases/carrying-out.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { TemplateValues } from '../../../documents/word/template/fill.ts';
import { serviceBody, serviceValues } from '../../cases/index.ts';
import { addressed, plain } from './parts.ts';
import type { AppealPaperFacts, AppealPaperSource } from './source.ts';

/** The service that a 送达回证 proves; undefined for a form to be signed by hand. */
export const servedIn = ({
  appeal,
  paper,
}: Pick<AppealPaperFacts, 'appeal' | 'paper'>): ServiceRecord | undefined =>
  appeal.services.find(({ id }) => id === paper.serviceId);

/** What is served with it: what the record says, or the decision (the refusal) that is to be served. */
const servedPapers = (source: AppealPaperSource): { title: string; number: string | null }[] => {
  const served = servedIn(source);
  return source.appeal.papers.filter(({ id, form }) =>
    served ? served.paperIds.includes(id) : form === 'decision' || form === 'refusal',
  );
};

/** 送达回证 of papers of an appeal. */
export const servicePaper = (source: AppealPaperSource): PlainForm => {
  const { appeal, texts } = source;
  return plain(source, '送达回证', [
    serviceBody({
      papers: servedPapers(source),
      recipient: addressed(appeal),
      place: [appeal.person.kind === 'pupil' ? '班级' : '部门岗位', appeal.person.place],
      served: servedIn(source),
      note: texts.serviceNote,
    }),
  ]);
};

export const serviceFieldsOf = (source: AppealPaperSource): TemplateValues =>
  serviceValues({
    papers: servedPapers(source),
    recipient: addressed(source.appeal),
    served: servedIn(source),
  });
