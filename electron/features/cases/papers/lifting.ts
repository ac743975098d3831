import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Sanction } from '../../../../shared/features/cases/sanction.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, flush, paragraph, signed } from '../../../documents/word/form-blocks.ts';
import type { DownwardPaper, PlainForm } from '../../../documents/word/model.ts';
import { liftingTitle } from '../notice-words.ts';
import { subjectsOf, type PaperFacts, type PaperMaker, type PaperSource } from '../paper-source.ts';
import type { PaperTexts } from '../paper-texts.ts';
import { forThemselves } from './audience.ts';
import { officialFrame, printedFrame } from './decision-parts.ts';
import { blankOf, isFilled } from './lacking.ts';
import { instantOf, propertiesOf, receipt } from './parts.ts';
import { introduced } from './people.ts';

const sanctionOf = ({ sanctions, aboutId }: PaperFacts): Sanction | undefined =>
  sanctions.find(({ id }) => id === aboutId);

const subjectOf = (source: PaperFacts): CaseSubject | undefined => subjectsOf(source)[0];

const titleOf = (source: PaperFacts): string => {
  const sanction = sanctionOf(source);
  return (
    source.paper?.title ?? (sanction ? liftingTitle(source.record, sanction.personId, sanction) : '解除通知')
  );
};

const effectKey = (sanction: Sanction | undefined): keyof PaperTexts['lifting'] => {
  if (sanction?.personKind === 'pupil') return 'pupil';
  if (sanction?.measureKind !== 'sanction') return 'other';
  const demoting: readonly Sanction['sanction'][] = ['lower-post', 'downgrade', 'removal'];
  return demoting.includes(sanction.sanction) ? 'demoted' : 'sanction';
};

const named = ({ measureName, measureKind }: Sanction): string =>
  (measureKind === 'sanction' || measureKind === 'pupil-sanction') && !measureName.endsWith('处分')
    ? `${measureName}处分`
    : measureName;

/** 原决定文号、种类期间、期间表现、解除日. */
const bodyText = (source: PaperFacts, sanction: Sanction, who: string): string => {
  const { endsOn, effectiveOn, decidedOn, decidedBy, paperNumber, lifting } = sanction;
  const number = paperNumber === null ? '' : `（${paperNumber}）`;
  const span = endsOn === null ? '' : `，期间自${formatDay(effectiveOn)}起至${formatDay(endsOn)}止`;
  const early = endsOn !== null && lifting !== null && lifting.liftedOn <= endsOn;
  const conduct = sentence(lifting?.conduct ?? '');
  return `${formatDay(decidedOn)}，${decidedBy}决定给予${who}${named(sanction)}${number}${span}。期间表现：${conduct}${early ? '经研究，同意提前解除。' : '现期间已满。'}自${formatDay(lifting?.liftedOn ?? source.record.registeredOn)}起，解除${who}${named(sanction)}。`;
};

/** For staff an official 通知 (《事业单位人事管理条例》第三十一条: in writing, to the person); it goes into the personal file. */
const staffPaper = (source: PaperSource, sanction: Sanction): DownwardPaper => {
  const { school, texts } = source;
  const subject = subjectOf(source);
  const title = `${school.name}${titleOf(source)}`;
  return {
    ...officialFrame(source),
    issuer: source.letterhead.mark,
    title,
    titleWords: [subject?.name ?? '', school.name, named(sanction)],
    addressee: subject ? introduced(subject) : '',
    body: [
      paragraph(bodyText(source, sanction, subject?.name ?? '')),
      closing(`${texts.lifting[effectKey(sanction)]}本通知存入本人人事档案。`),
    ],
    signature: { issuer: school.name, day: sanction.lifting?.liftedOn },
    sealed: true,
    ...printedFrame(source),
    properties: propertiesOf(school, titleOf(source), sanction.lifting?.at ?? instantOf(sanction.decidedOn)),
  };
};

/** For pupils, and for measures that are no 处分, a plain paper that the person or the guardian signs for. */
const plainPaper = (source: PaperSource, sanction: Sanction | undefined): PlainForm => {
  const { school, texts, record } = source;
  const subject = subjectOf(source);
  const isPupil = subject?.kind === 'pupil';
  return {
    form: 'plain',
    issuer: school.name,
    title: isPupil ? '解除学生纪律处分通知书' : '解除处理通知书',
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      flush(`${subject ? introduced(subject) : ''}${isPupil ? '及家长（监护人）' : ''}：`),
      ...(sanction ? [paragraph(bodyText(source, sanction, subject?.name ?? ''))] : []),
      closing(texts.lifting[effectKey(sanction)]),
      ...signed(school.name, sanction?.lifting?.liftedOn ?? record.registeredOn, { kept: true }),
      ...receipt('已收到本通知书。'),
    ],
    draft: source.draft,
    properties: propertiesOf(
      school,
      titleOf(source),
      sanction?.lifting?.at ?? instantOf(record.registeredOn),
    ),
  };
};

export const liftingMaker: PaperMaker = forThemselves({
  numberSuffix: '解',
  title: titleOf,
  lacking: (source) => {
    const sanction = sanctionOf(source);
    return blankOf(
      ['解除的决定', sanction !== undefined && sanction.lifting !== null],
      ['期间表现', isFilled(sanction?.lifting?.conduct)],
      ['文号', isFilled(source.paper?.number)],
    );
  },
  make: (source) => {
    const sanction = sanctionOf(source);
    return sanction?.measureKind === 'sanction' ? staffPaper(source, sanction) : plainPaper(source, sanction);
  },
  datedOn: (source) => sanctionOf(source)?.lifting?.liftedOn ?? source.record.registeredOn,
  fields: (source) => {
    const sanction = sanctionOf(source);
    if (!sanction) return {};
    const { paperNumber, decidedOn, effectiveOn, endsOn, lifting } = sanction;
    return {
      标题: titleOf(source),
      原决定: paperNumber ?? `${formatDay(decidedOn)}的决定`,
      处分种类: named(sanction),
      处分期间: endsOn === null ? '没有期限' : `${formatDay(effectiveOn)}至${formatDay(endsOn)}`,
      期间表现: lifting?.conduct ?? '',
      解除日期: lifting ? formatDay(lifting.liftedOn) : '',
      不恢复事项: source.texts.lifting[effectKey(sanction)],
    };
  },
});
