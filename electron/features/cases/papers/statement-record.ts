import { formatDay } from '../../../../shared/kernel/dates.ts';
import { currentStatements } from '../../../../shared/features/cases/conditions.ts';
import {
  adoptionLabels,
  statementOutcomeLabels,
  type Statement,
} from '../../../../shared/features/cases/hearing.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { fields, opinion, row } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { notificationOf } from './advance-notice.ts';
import { forThemselves } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { publicName } from './masking.ts';
import { instantOf, nameList, propertiesOf } from './parts.ts';
import { placeOf } from './people.ts';

const statementOf = ({ record, subject }: PaperFacts): Statement | undefined =>
  currentStatements(record).find(({ personId }) => personId === subject?.personId);

const titleOf = (source: PaperFacts): string =>
  `陈述申辩笔录及复核意见${source.subject ? `（${publicName(source.record, source.subject)}）` : ''}`;

const saidText = (source: PaperSource, statement: Statement | undefined): string => {
  switch (statement?.outcome) {
    case 'waived':
      return source.texts.statement.waived;
    case 'lapsed':
      return source.texts.statement.lapsed;
    case 'stated':
      return statement.text;
    case undefined:
      return '';
  }
};

const weighedText = (statement: Statement | undefined): string => {
  if (!statement) return '';
  if (statement.outcome !== 'stated') return '没有需要复核的陈述和申辩。';
  return statement.adoption === null
    ? ''
    : `${adoptionLabels[statement.adoption]}。${sentence(statement.adoptionReason)}`;
};

/** 陈述申辩笔录及复核意见: what was said, and for each point whether it is adopted and why. */
const statementPaper = (source: PaperSource): PlainForm => {
  const { school, record, subject } = source;
  const statement = statementOf(source);
  const told = notificationOf(source);
  const isPupil = subject?.kind === 'pupil';
  const hearers = record.filing?.team ?? record.checkers;
  return {
    form: 'plain',
    issuer: school.name,
    title: '陈述申辩笔录及复核意见',
    number: `案号：${record.number}`,
    body: [
      fields(
        row(
          ['陈述人', subject?.name ?? ''],
          [isPupil ? '班级' : '部门岗位', subject ? placeOf(subject) : ''],
        ),
        row(
          ['告知日期', told ? formatDay(told.notifiedOn) : ''],
          ['陈述期限', told ? formatDay(told.deadlineOn) : ''],
        ),
        row(
          ['陈述日期', statement ? formatDay(statement.heardOn) : ''],
          ['陈述情况', statement ? statementOutcomeLabels[statement.outcome] : ''],
        ),
        row(
          ['听取人员', nameList(hearers)],
          ['要求听证', statement?.hearingAsked === true ? '要求听证' : '未要求'],
        ),
        opinion('陈述申辩内容', saidText(source, statement), {
          sign: isPupil ? '学生、监护人（签名）：' : '陈述人（签名）：',
          lines: 10,
        }),
        opinion('复核意见', weighedText(statement), { sign: '听取、复核人（签名）：', lines: 6 }),
      ),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), instantOf(statement?.heardOn ?? record.registeredOn)),
  };
};

export const statementRecordMaker: PaperMaker = forThemselves({
  numberSuffix: null,
  title: titleOf,
  lacking: (source) => {
    const statement = statementOf(source);
    if (!statement) return ['陈述记录'];
    return statement.outcome === 'stated'
      ? blankOf(
          ['陈述申辩内容', isFilled(statement.text)],
          ['采纳与否', statement.adoption !== null],
          ['采纳或者不采纳的理由', isFilled(statement.adoptionReason)],
        )
      : [];
  },
  make: statementPaper,
  datedOn: (source) => statementOf(source)?.heardOn ?? source.record.registeredOn,
  fields: (source) => {
    const statement = statementOf(source);
    return {
      陈述时间: statement ? formatDay(statement.heardOn) : '',
      陈述内容: saidText(source, statement),
      复核意见: weighedText(statement),
      复核人: nameList(source.record.filing?.team ?? source.record.checkers),
    };
  },
});
