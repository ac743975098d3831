import type {
  Block,
  DownwardPaper,
  LetterPaper,
  MinutesPaper,
  PlainForm,
  UpwardPaper,
} from '../documents/word/model.ts';
import type { PaperSample } from './paper-sample.ts';

const SCHOOL = '青禾市第一中学';
const AUTHORITY = '青禾市教育局';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (level: 1 | 2 | 3, text: string, then?: string): Block => ({
  kind: 'heading',
  level,
  text,
  ...(then === undefined ? {} : { then }),
});

const base = {
  form: 'official',
  number: '青一中〔2026〕3号',
  draft: false,
  properties: { title: '样张', author: SCHOOL, createdAt: '2026-11-24T01:00:00.000Z' },
} as const;
const signed = { signature: { issuer: SCHOOL, day: '2026-11-20' }, sealed: true } as const;
const printed = { printedBy: `${SCHOOL}办公室`, printedOn: '2026-11-21' } as const;

const facts =
  '经查，当事人在担任总务处安全管理员期间，2026年10月12日至16日连续三天没有按照规定巡查实验楼，也没有办理交接手续。' +
  '学校调取了巡查记录和监控录像，询问了有关人员，当事人承认事实。';

const circular: DownwardPaper = {
  ...base,
  ...signed,
  ...printed,
  issuer: `${SCHOOL}文件`,
  title: `${SCHOOL}关于给予王某某通报批评的通报`,
  titleWords: [SCHOOL, '王某某', '通报批评'],
  addressee: '各处室、各年级组',
  body: [
    heading(1, '查明的事实'),
    paragraph(facts),
    heading(1, '处理意见和依据'),
    heading(2, '性质。', '上述行为违反了学校安全巡查制度，属于不履行职责。'),
    heading(2, '处理。', '经校长办公会集体研究，决定给予王某某通报批评。'),
    heading(3, '责令', '当事人限期补齐巡查记录。'),
    heading(1, '有关要求'),
    paragraph('各处室要引以为戒，对照检查，严格落实安全巡查和交接制度，发现隐患及时报告。'),
  ],
  cc: `${AUTHORITY}，学校工会`,
};

const longDecision: DownwardPaper = {
  ...circular,
  title: `${SCHOOL}关于给予王某某警告处分的决定`,
  titleWords: [SCHOOL, '王某某', '警告处分'],
  body: Array.from({ length: 32 }, (_, index) => paragraph(`${String(index + 1)}. ${facts}`)),
  attachments: [
    {
      title: '查实的问题清单',
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: '序号', width: 1, align: 'center' },
            { title: '日期', width: 2, align: 'center' },
            { title: '问题', width: 5 },
          ],
          rows: Array.from({ length: 30 }, (_, index) => [
            String(index + 1),
            `2026年10月${String(index + 1)}日`,
            '实验楼东侧未巡查，交接本无签名。',
          ]),
        },
      ],
    },
    { title: '当事人陈述' },
  ],
};

const request: UpwardPaper = {
  ...base,
  ...signed,
  ...printed,
  kind: 'upward',
  genre: '请示',
  issuer: `${SCHOOL}文件`,
  signers: ['李某某'],
  title: `${SCHOOL}关于给予王某某记过处分的请示`,
  titleWords: [SCHOOL, '王某某', '记过处分'],
  addressee: AUTHORITY,
  body: [
    paragraph(facts),
    paragraph('学校已履行立案、调查、告知、听取陈述申辩和集体研究程序，建议给予王某某记过处分，期间12个月。'),
    paragraph('妥否，请批示。'),
  ],
  attachments: [{ title: '调查报告' }, { title: '拟处分告知书及送达回证' }],
  note: '联系人：孙某某，电话：88001200',
};

const report: UpwardPaper = {
  ...request,
  genre: '报告',
  signers: ['李某某', '王某', '欧阳某某'],
  title: `${SCHOOL}关于2026年度问责工作的报告`,
  titleWords: [SCHOOL],
  body: [
    paragraph('按照要求，现将学校2026年度问责工作情况报告如下。'),
    heading(1, '总体情况'),
    paragraph('全年登记问责事项23件，办结21件，提出整改18项，完成17项。'),
    heading(1, '存在的问题'),
    paragraph('个别整改事项没有按期完成，安全巡查的交接制度还不够细。'),
    paragraph('特此报告。'),
  ],
  attachments: [],
};

const letter: LetterPaper = {
  ...base,
  ...signed,
  kind: 'letter',
  issuer: SCHOOL,
  title: `${SCHOOL}关于商请协助核实有关情况的函`,
  titleWords: [SCHOOL, '商请'],
  addressee: '青禾市公安局城东分局',
  body: [paragraph(facts), paragraph('为进一步核实，商请贵单位提供当日有关记录，请予支持为盼。')],
  cc: AUTHORITY,
};

const minutes: MinutesPaper = {
  ...base,
  ...printed,
  kind: 'minutes',
  number: '〔2026〕18号',
  issuer: `${SCHOOL}校长办公会议纪要`,
  editedBy: `${SCHOOL}办公室`,
  day: '2026-11-15',
  title: '研究王某某违反安全巡查制度等问题',
  titleWords: ['王某某'],
  body: [
    paragraph('2026年11月15日，校长李某某主持召开校长办公会议，研究有关问题。现纪要如下。'),
    heading(1, '关于王某某违反安全巡查制度的问题'),
    paragraph('会议听取了调查组的报告和当事人的陈述申辩，一致同意给予王某某通报批评，责令限期整改。'),
    heading(1, '关于完善安全巡查制度'),
    paragraph('会议要求总务处在两周内修订制度，明确交接手续，由德育处复查。'),
  ],
  attendance: {
    present: ['李某某（校长）', '王某（副校长）', '陈某某（工会主席）', '赵某（教务处主任）'],
    excused: ['孙某（总务处主任）'],
    observing: ['周某某（办公室主任）', '钱某（法治副校长）'],
  },
  cc: '学校领导班子成员，各处室',
};

const form: PlainForm = {
  form: 'plain',
  issuer: SCHOOL,
  title: '立案审批表',
  number: '编号：问责〔2026〕8号',
  body: [
    {
      kind: 'fields',
      rows: [
        {
          kind: 'fields',
          fields: [
            { label: '当事人', value: '王某某' },
            { label: '岗位', value: '安全管理员' },
          ],
        },
        { kind: 'fields', fields: [{ label: '线索来源', value: '年级组检查发现' }] },
        { kind: 'opinion', label: '初核情况', text: facts },
        { kind: 'opinion', label: '批准意见', text: '同意立案。', sign: '签名：　　　　　　年　月　日' },
      ],
    },
  ],
  everyPage: '承办人（签名）：',
  draft: false,
  properties: base.properties,
};

/** Every form in its plain difficulty: letterheads, several signers, attachments, drafts, many pages. */
export const houseFormSamples: readonly PaperSample[] = [
  { name: 'circular', title: '通报，电子红头', paper: () => circular },
  {
    name: 'circular-preprinted',
    title: '通报，套打红头纸',
    paper: () => ({ ...circular, letterhead: { mode: 'preprinted' } }),
  },
  {
    name: 'circular-plain',
    title: '通报，不用红头',
    paper: () => ({ ...circular, letterhead: { mode: 'plain' } }),
  },
  {
    name: 'circular-draft',
    title: '通报草稿',
    paper: () => ({ ...circular, number: undefined, draft: true }),
  },
  { name: 'decision-long', title: '多页决定，带附件', paper: () => longDecision },
  { name: 'request', title: '请示', paper: () => request },
  { name: 'report', title: '报告，三名签发人', paper: () => report },
  { name: 'letter', title: '函', paper: () => letter },
  {
    name: 'letter-preprinted',
    title: '函，套打信函纸',
    paper: () => ({ ...letter, letterhead: { mode: 'preprinted' } }),
  },
  { name: 'minutes', title: '会议纪要', paper: () => minutes },
  { name: 'form', title: '审批表', paper: () => form },
];
