import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import { gradeIn, UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import {
  changeWords,
  gradeByLine,
  gradeCounts,
  gradeWord,
  UNFINISHED,
} from '../../../../shared/features/evaluation/results/words.ts';
import type { CalibrationView } from '../../../../shared/features/evaluation/results/views.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import type { Block } from '../../../documents/word/block-model.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import { renderWord } from '../../../documents/word/pack.ts';
import type { CallContext } from '../../context.ts';
import { wordFile } from '../../file-content.ts';
import { readSchool } from '../../organisation/index.ts';
import { requireCycle } from '../cycles.ts';
import { viewCalibration } from './calibration-view.ts';
import { meetingCollection } from './collections.ts';

const counts = ({ bands, rows }: CalibrationView): Block => {
  const byLine = gradeCounts(
    bands,
    rows.map((row) => gradeByLine(bands, row)),
  );
  const before = gradeCounts(
    bands,
    rows.map((row) => row.proposed ?? (row.outcome.kind === 'incomplete' ? UNFINISHED : UNGRADED)),
  );
  return {
    kind: 'table',
    columns: [
      { title: '等次', width: 14 },
      { title: '按分数线', width: 12, align: 'center' },
      { title: '会前拟定', width: 12, align: 'center' },
      { title: '会后', width: 12, align: 'center' },
    ],
    rows: gradeCounts(bands, rows.map(gradeWord)).flatMap(({ label, count }, at) => {
      const [line, early] = [byLine[at]?.count ?? 0, before[at]?.count ?? 0];
      return at >= bands.length && line + early + count === 0
        ? []
        : [[label, String(line), String(early), String(count)]];
    }),
  };
};

const adjustments = ({ rows, adjustments: made }: CalibrationView, meetingId: string): Block => {
  const subjects = new Map(rows.map((row) => [row.subject.id, row]));
  return {
    kind: 'table',
    columns: [
      { title: '姓名', width: 12 },
      { title: '部门', width: 14 },
      { title: '研究决定', width: 26 },
      { title: '理由', width: 34 },
      { title: '现等次', width: 10, align: 'center' },
    ],
    rows: made
      .filter((one) => one.meetingId === meetingId && one.undone === null)
      .toReversed()
      .map((one) => {
        const row = subjects.get(one.subjectId);
        return [
          row?.subject.name ?? '',
          row?.subject.department ?? '',
          changeWords(one),
          one.reason,
          row ? (gradeIn(row) ?? UNGRADED) : '',
        ];
      }),
    emptyText: '没有调整，按评分和规定确定的等次通过。',
  };
};

/**
 * 校准会议记录 on paper, to be signed by those who were there.
 *
 * @throws AppError `not-found` when the cycle has no such meeting.
 */
export const exportMinutes = async (
  { cycleId, meetingId }: { readonly cycleId: string; readonly meetingId: string },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock } = context;
  const cycle = requireCycle(store, cycleId);
  const meeting = store.require(meetingCollection, meetingId, '校准会议');
  const view = viewCalibration(store, cycle, context);
  const school = readSchool(store).name;
  const title = `${cycle.name}校准会议记录`;
  const { quota } = view;
  const paper: PlainForm = {
    form: 'plain',
    issuer: school,
    title,
    body: [
      {
        kind: 'fields',
        rows: [
          {
            kind: 'fields',
            fields: [
              { label: '时间', value: formatDay(meeting.heldOn) },
              { label: '地点', value: meeting.place },
            ],
          },
          { kind: 'fields', fields: [{ label: '主持人', value: meeting.chair }] },
          { kind: 'fields', fields: [{ label: '出席人员', value: meeting.present }] },
          {
            kind: 'fields',
            fields: [{ label: '缺席与回避', value: meeting.absent === '' ? '无' : meeting.absent }],
          },
        ],
      },
      { kind: 'heading', level: 1, text: '会议情况' },
      ...meeting.note.split('\n').map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'heading', level: 1, text: '等次人数' },
      ...(quota
        ? [
            {
              kind: 'paragraph' as const,
              text: `参加考核 ${String(quota.people)} 人，${view.bands[0]?.label ?? '优秀'}名额按 ${formatWeight(quota.share)} 共 ${String(quota.cap)} 个。`,
            },
          ]
        : []),
      counts(view),
      { kind: 'heading', level: 1, text: '研究决定的调整' },
      adjustments(view, meetingId),
      { kind: 'blank' },
      {
        kind: 'signatures',
        columns: 2,
        lines: [{ label: '主持人（签名）：' }, { label: '记录人（签名）：' }],
      },
    ],
    draft: false,
    properties: { title, author: school, createdAt: instantOfMs(clock.now()) },
  };
  return wordFile(`${title} ${formatDay(meeting.heldOn)}`, await renderWord(paper));
};
