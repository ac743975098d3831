import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { casePaperSamples, type CasePaperSample } from '../../electron/demo/case-paper-samples.ts';
import { renderWord } from '../../electron/documents/word/pack.ts';
import type { TemplateValue } from '../../electron/documents/word/template/fill.ts';
import {
  formCodeOf,
  loadPaperTexts,
  paperMakers,
  templateFields,
  type PaperSource,
  type PaperTexts,
} from '../../electron/features/cases/index.ts';
import {
  casePaperFormLabels,
  casePaperFormSchema,
  type CasePaperForm,
} from '../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../shared/features/cases/schema.ts';
import { fieldsOf } from '../../shared/features/papers/forms.ts';
import { resourcesDir } from '../support/harness.ts';

let texts: PaperTexts;
beforeAll(async () => {
  texts = await loadPaperTexts(resourcesDir);
});

const sampleOf = (name: string): CasePaperSample => {
  const found = casePaperSamples.find((each) => each.name === `case-${name}`);
  if (!found) throw new RangeError(name);
  return found;
};

interface Printed {
  /** Everything that can be read in the paper: heads, body and feet, one paragraph a line. */
  readonly text: string;
  readonly properties: string;
  readonly document: string;
}

const printed = async (form: CasePaperForm, source: PaperSource): Promise<Printed> => {
  const zip = await JSZip.loadAsync(await renderWord(paperMakers[form].make(source)));
  const read = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
  const parts = await Promise.all(
    Object.keys(zip.files)
      .filter((path) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(path))
      .map(read),
  );
  const text = parts
    .flatMap((xml) => [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)])
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''),
    )
    .join('\n');
  return { text, properties: await read('docProps/core.xml'), document: await read('word/document.xml') };
};

const printedSample = (name: string): Promise<Printed> => {
  const sample = sampleOf(name);
  return printed(sample.form, sample.source(texts));
};

const withRecord = (source: PaperSource, change: Partial<CaseRecord>): PaperSource => {
  const record = { ...source.record, ...change };
  return {
    ...source,
    record,
    subject: record.subjects.find(({ personId }) => personId === source.subject?.personId) ?? null,
  };
};

describe('the samples', () => {
  it('are of every form of paper that a case has', () => {
    expect(new Set(casePaperSamples.map(({ form }) => form))).toEqual(new Set(casePaperFormSchema.options));
  });
});

describe.each(casePaperSamples.map(({ name, title }) => [title, name.replace('case-', '')] as const))(
  '%s',
  (_title, name) => {
    it('lacks nothing, and is printed in whole Chinese sentences without a hole', async () => {
      const sample = sampleOf(name);
      const source = sample.source(texts);
      expect(paperMakers[sample.form].lacking(source)).toEqual([]);
      const { text } = await printed(sample.form, source);
      expect(text).not.toMatch(/undefined|null|NaN|[{}【】]|。。|，，|：。|；。|、、/);
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}:\d{2}/);
      expect(text.replace(/PAGE|NUMPAGES|SHA-256/g, '')).not.toMatch(/[A-Za-z]{2,}/);
      expect(text).not.toMatch(/[,;:?!][\u4e00-\u9fff]/);
    });

    it('is the same file each time, and tells of itself without a name of a child', async () => {
      const sample = sampleOf(name);
      const source = sample.source(texts);
      const maker = paperMakers[sample.form];
      expect(await renderWord(maker.make(source))).toEqual(await renderWord(maker.make(source)));
      const { properties } = await printed(sample.form, source);
      for (const child of ['林浩然', '高子轩', '林国栋', '高敏', '许嘉怡', '许志远'])
        expect(properties + maker.title(source)).not.toContain(child);
    });

    it('fills every mandatory place of a form of the school’s own, tables column by column', () => {
      const sample = sampleOf(name);
      const source = sample.source(texts);
      const code = formCodeOf(sample.form, source);
      const values = templateFields(sample.form, source);
      const known = fieldsOf(code);
      const isBlank = (value: TemplateValue | undefined): boolean => {
        if (value === undefined) return true;
        if (typeof value === 'string') return value.trim() === '';
        return 'rows' in value ? value.rows.length === 0 : value.every((text) => text.trim() === '');
      };
      expect(
        known.filter(({ key, mandatory }) => mandatory && isBlank(values[key])).map(({ key }) => key),
      ).toEqual([]);
      for (const { key, columns } of known) {
        const value = values[key];
        if (value !== undefined && typeof value === 'object' && 'rows' in value)
          for (const line of value.rows) expect(Object.keys(line)).toEqual([...columns]);
      }
    });

    it('is marked 草稿 as long as it is a draft', async () => {
      const sample = sampleOf(name);
      const source = sample.source(texts);
      const zip = await JSZip.loadAsync(
        await renderWord(paperMakers[sample.form].make({ ...source, draft: true, printedOn: undefined })),
      );
      const heads = await Promise.all(
        Object.keys(zip.files)
          .filter((path) => /^word\/header\d*\.xml$/.test(path))
          .map(async (path) => (await zip.file(path)?.async('string')) ?? ''),
      );
      expect(heads.join('')).toContain('草');
    });
  },
);

/** What each paper has to say (domain facts, section 8), as the sample says it. */
const mandatory: readonly (readonly [name: string, told: readonly RegExp[]])[] = [
  [
    'circular',
    [/总务处安全管理员，专业技术十一级/, /依据《教育法》第二十九条/, /各处室、各年级组/, /30日内/],
  ],
  [
    'order',
    [
      /责令王立新整改/,
      /建立值班交接登记/,
      /2026年12月4日/,
      /陈晓东/,
      /报学校办公室，由复查人复查/,
      /30日内向学校申请复核/,
    ],
  ],
  [
    'letter',
    [/郑小军（总务处保卫干事）/, /批评教育/, /是教师的，也可以依照《教师法》向青禾市教育局提出申诉/],
  ],
  ['notice-honours', [/期间为12个月，自2026年11月20日起至2027年11月19日止/, /不推荐各类荣誉/]],
  ['advance-facts', [/事实告知书/, /2026年11月18日以前/, /陈述和申辩|陈述、申辩/, /0571-88001200/]],
  ['rectification-check', [/2026年12月3日：合格/, /不合格。11月28日/, /同意销号/, /交接班登记表/]],
  ['service', [/直接送达/, /青一中责改〔2026〕1号/, /总务处办公室/, /本人/, /陈晓东、刘芳/]],
  ['service-left', [/留置送达/, /认为处理过重，拒绝签收/, /见证人：何秀兰/, /已拍照或录像/, /拒绝签收/]],
  [
    'filing',
    [
      /线索〔2026〕21号/,
      /涉嫌违反的规定/,
      /批准人：李建国/,
      /2026年11月12日/,
      /陈晓东、刘芳/,
      /不必回避（不属于利害关系/,
      /6个月内，至2027年5月12日/,
    ],
  ],
  [
    'interview',
    [
      /2026年11月13日9时30分至10时15分/,
      /行政楼二楼谈话室/,
      /陈晓东、刘芳/,
      /周敏/,
      /申请回避/,
      /请说明你的岗位职责？/,
      /我是总务处安全管理员/,
      /逐页签名|各页由被询问人/,
      /捺印/,
    ],
  ],
  ['interview-minor', [/许嘉怡/, /在场成年人.*许志远（父亲）/s, /未满十八周岁/]],
  ['interview-refused', [/拒绝签名。情况说明：本人称记录无误/]],
  ['talk', [/谈话（诫勉）记录/, /2026年12月20日前完成/, /愿意检查改正/]],
  [
    'report',
    [
      /来源和调查经过/,
      /李建国批准立案/,
      /实验楼巡查表/,
      /复制件/,
      /信息中心/,
      /孙志强认为审核表格不等于现场检查/,
      /属于不履行职责的行为/,
      /如实说明情况，配合调查/,
      /建议给予王立新记过、绩效核减/,
      /直接责任/,
      /主要领导责任/,
      /办案人员/,
    ],
  ],
  [
    'advance-notice',
    [
      /拟处分告知书/,
      /书证、电子数据、视听资料/,
      /记过处分，期间12个月/,
      /《安全巡查制度》第六条/,
      /2026年11月19日以前以书面或者口头方式/,
      /有权要求听证/,
      /联系人：陈晓东、刘芳，电话：0571-88001200/,
      /已收到本告知书。签名/,
    ],
  ],
  ['statement', [/一、对没有按要求巡查的事实没有异议。/, /部分采纳。维修申请没有记录佐证，不予采纳/]],
  ['hearing', [/赵文静/, /何秀兰（工会主席）/, /从轻处理/, /在记过的幅度内处理/]],
  [
    'meeting',
    [
      /2026年第18次校长办公会/,
      /应到7人，其中回避1人，有表决权6人；实到5人，须到4人，达到规定人数/,
      /陈晓东（外出培训）/,
      /孙志强（当事人的直接主管，申请回避）/,
      /李建国：事实清楚/,
      /王立新，记过：同意4票，不同意0票，弃权1票，通过/,
      /降低岗位等级：同意1票，不同意3票，弃权1票，未通过/,
    ],
  ],
  [
    'decision',
    [
      /青禾市第一中学总务处安全管理员，专业技术十一级/,
      /王立新九天没有到现场巡查/,
      /有书证、电子数据.*等证据证实/,
      /部分采纳：维修申请没有记录佐证/,
      /组织了听证/,
      /给予王立新记过处分/,
      /处分期间为12个月，自2026年11月20日起至2027年11月19日止/,
      /本决定自2026年11月20日起生效/,
      /《事业单位工作人员处分规定》/,
      /30日内向学校申请复核.*30日内向青禾市教育局/,
      /抄送：青禾市教育局/,
      /青一中处〔2026〕1号/,
    ],
  ],
  ['decision-managerial', [/管理岗位七级，从事管理的人员/, /书面放弃陈述和申辩/, /期间为6个月/]],
  ['notice-talk', [/诫勉谈话通知书/, /对孙志强予以诫勉谈话/]],
  ['notice-suspension', [/停职自2026年11月12日起/, /停职检查不是处分/, /继续履行职务|继续履职可能影响/]],
  ['notice-office', [/免去孙志强现任职务/]],
  [
    'notice-pay',
    [
      /奖励性绩效工资分配方案/,
      /校长办公会/,
      /2025年8月28日/,
      /青一中〔2025〕22号/,
      /第十二条/,
      /2026年11月奖励性绩效，计算为.*核减240元/s,
      /不涉及岗位工资、薪级工资/,
    ],
  ],
  [
    'lifting',
    [
      /（青一中处〔2026〕1号）/,
      /期间表现：能够认识错误/,
      /自2027年11月20日起，解除王立新记过处分/,
      /人事档案/,
    ],
  ],
  [
    'proposal',
    [
      /签发人：李建国/,
      /青禾市教育局：/,
      /收取费用21600元/,
      /批准立案，由陈晓东、刘芳2人进行调查核实/,
      /听取了唐颖的陈述和申辩/,
      /建议给予唐颖记过处分（期间12个月）/,
      /由学校提出建议，由主管教育部门决定/,
      /妥否，请批示。/,
      /附件：1\.\s*调查报告/,
      /联系人：陈晓东，电话：0571-88001200/,
    ],
  ],
  ['referral', [/青禾市监察委员会：/, /涉嫌职务违法/, /证据材料2份/, /请依法依规办理/]],
  ['referral-pupil', [/八年级一名学生多次以威胁方式/, /由专人密封送交/]],
  ['referral-agency', [/青禾安保服务有限公司：/, /退回派遣人员钱勇的函/, /决定退回派遣单位/]],
  ['notice-contract', [/与吴斌解除劳动合同/, /属于劳动争议的，可以依法申请调解、仲裁/]],
  ['letter-contract', [/警示书/, /冯燕/]],
  ['order-department', [/责令体育教研组整改/, /罗勇/, /向学校申请复核，也可以向青禾市教育局反映/]],
  ['advance-pupil', [/林浩然（八年级（3）班）/, /警告处分，期间3个月/, /要求听证/]],
  [
    'guardian-notice',
    [/八年级（3）班林浩然的家长（监护人）林国栋/, /2026年11月18日以前/, /不要打骂孩子/, /家长回执/],
  ],
  ['statement-pupil', [/对方先说难听的话/, /学生、监护人（签名）/]],
  ['hearing-pupil', [/家长委员会代表一名/, /同意给予警告处分/]],
  ['meeting-pupil', [/八年级学生甲，警告：同意5票/]],
  [
    'pupil-sanction',
    [
      /林浩然/,
      /林国栋（父亲）/,
      /学校《学生违纪处理办法》第八条（2025年9月1日公布）/,
      /《中小学教育惩戒规则（试行）》第十条/,
      /期间为3个月，自2026年11月20日起至2027年2月19日止/,
      /2026年11月13日以当面方式事先告知监护人林国栋/,
      /听取了学生和家长的陈述和申辩/,
      /15个工作日内向学校学生申诉委员会提出申诉/,
      /向青禾市教育局申请复核/,
      /心理健康教育教师/,
      /申请提前解除/,
      /不公示、不张贴/,
    ],
  ],
  ['pupil-discipline', [/期间为3天，自2026年11月23日起至2026年11月25日止/, /高敏（母亲）/]],
  ['service-pupil', [/林国栋/, /父亲（监护人）/]],
  ['lifting-pupil', [/解除林浩然警告处分/, /及家长（监护人）/]],
];

describe('what a paper has to say', () => {
  it('is asked of every sample', () => {
    expect(mandatory.map(([name]) => `case-${name}`)).toEqual(casePaperSamples.map(({ name }) => name));
  });

  it.each(mandatory)('%s', async (name, told) => {
    const { text } = await printedSample(name);
    for (const part of told) expect(text).toMatch(part);
  });
});

const RED = 'FF0000';

describe('the form that a paper takes', () => {
  it.each(['circular', 'decision', 'proposal', 'lifting'])('%s has a red head', async (name) => {
    expect((await printedSample(name)).document).toContain(RED);
  });

  it.each([
    'order',
    'letter',
    'notice-pay',
    'pupil-sanction',
    'filing',
    'interview',
    'advance-notice',
    'guardian-notice',
    'meeting',
    'service',
    'lifting-pupil',
  ])('%s has none', async (name) => {
    expect((await printedSample(name)).document).not.toContain(RED);
  });

  it('gives every page of a record of questions a line to sign on', async () => {
    const { text } = await printedSample('interview');
    expect(text).toMatch(/被询问人：　+询问人：　+记录人：/);
  });
});

describe('children', () => {
  const NAMES = ['林浩然', '高子轩', '林国栋', '高敏'];
  const others = casePaperSamples.filter(
    ({ name }) => name === 'case-meeting-pupil' || name === 'case-referral-pupil',
  );

  it.each(others.map(({ name }) => name.replace('case-', '')))(
    'are named in nothing that others read: %s',
    async (name) => {
      const { text } = await printedSample(name);
      for (const child of NAMES) expect(text).not.toContain(child);
      expect(text).not.toMatch(/八年级\s*[（(]?\s*3/);
      expect(text).toContain('八年级');
    },
  );

  it('are named in their own papers, and no other child is', async () => {
    const { text } = await printedSample('pupil-sanction');
    expect(text).toContain('林浩然');
    expect(text).toContain('八年级学生乙');
    expect(text).not.toContain('高子轩');
    expect(text).not.toContain('高敏');
  });

  it('who were asked as witnesses are named in the record of what they said alone', async () => {
    expect((await printedSample('interview-minor')).text).toContain('许嘉怡');
    for (const name of ['report', 'filing', 'decision', 'meeting', 'advance-notice']) {
      const { text } = await printedSample(name);
      expect(text).not.toContain('许嘉怡');
      expect(text).not.toContain('许志远');
    }
    expect((await printedSample('report')).text).toContain('一名学生');
  });

  it('stay unnamed where a name is set apart or a class is written otherwise', async () => {
    const { form, source } = sampleOf('meeting-pupil');
    const record = source(texts).record;
    const facts = '八年级3班林 浩 然与高子轩在走廊打闹。';
    const { text } = await printed(form, withRecord(source(texts), { facts, summary: record.summary }));
    expect(text).toContain('八年级八年级学生甲与八年级学生乙在走廊打闹');
    expect(text).not.toMatch(/林\s*浩\s*然/);
  });
});

describe('who reported the matter', () => {
  it('is named in no paper but the record of what he or she said', async () => {
    const sample = sampleOf('report');
    const source = sample.source(texts);
    const [first] = source.record.investigation.interviews;
    if (!first) throw new Error('the sample has no interview');
    const told = withRecord(source, {
      source: { kind: 'report', note: '钱慧兰当面反映', reporter: { id: 's77', name: '钱慧兰' } },
      investigation: {
        ...source.record.investigation,
        interviews: [
          ...source.record.investigation.interviews,
          { ...first, id: 'w9', kind: 'complainant', personId: 's77', name: '钱慧兰', capacity: '教师' },
        ],
      },
    });
    for (const form of ['report', 'filing', 'meeting-record'] as const) {
      const { text } = await printed(form, told);
      expect(text).not.toContain('钱慧兰');
    }
    expect((await printed('report', told)).text).toContain('反映人当面反映');
    const own = { ...told, aboutId: 'w9', paper: null, subject: null };
    expect((await printed('interview', own)).text).toContain('钱慧兰');
    expect(paperMakers.interview.title(own)).toBe('询问笔录（反映人，第5次）');
  });
});

/** What is taken from a whole paper, and what the person is then told is missing. */
const missing: readonly (readonly [
  name: string,
  lack: string,
  change: (source: PaperSource) => PaperSource,
])[] = [
  ['circular', '查明的事实', (source) => withRecord(source, { facts: '' })],
  ['circular', '文号', (source) => ({ ...source, paper: source.paper && { ...source.paper, number: null } })],
  [
    'circular',
    '复核和申诉的受理机关（在学校信息中填写主管教育部门）',
    (source) => ({ ...source, school: { ...source.school, authority: '' } }),
  ],
  ['order', '整改要求', (source) => withRecord(source, { rectification: [] })],
  [
    'notice-pay',
    '绩效分配方案（在依据中选择学校已通过的方案）',
    (source) => ({ ...source, standards: { ...source.standards, rules: new Map() } }),
  ],
  [
    'notice-pay',
    '核减月份（写在认定与处理理由中）',
    (source) =>
      withRecord(source, {
        decision: source.record.decision && {
          ...source.record.decision,
          reason: '根据《奖励性绩效工资分配方案》第十二条，核减240元。',
        },
      }),
  ],
  [
    'notice-pay',
    '计算方法和数额（写在认定与处理理由中）',
    (source) =>
      withRecord(source, {
        decision: source.record.decision && {
          ...source.record.decision,
          reason: '根据第十二条，核减2026年11月奖励性绩效。',
        },
      }),
  ],
  ['notice-suspension', '立案', (source) => withRecord(source, { filing: null })],
  [
    'decision',
    '岗位等级（在教职工档案中填写）',
    (source) =>
      withRecord(source, {
        subjects: source.record.subjects.map((subject) => ({ ...subject, postGrade: '' })),
      }),
  ],
  ['decision', '陈述申辩及采纳情况', (source) => withRecord(source, { notifications: [] })],
  [
    'decision',
    '集体讨论记录或者决定人',
    (source) =>
      withRecord(source, {
        decision: source.record.decision && { ...source.record.decision, meeting: null },
      }),
  ],
  [
    'proposal',
    '签发人',
    (source) =>
      withRecord(source, {
        decision: source.record.decision && { ...source.record.decision, meeting: null },
      }),
  ],
  [
    'proposal',
    '联系电话（在学校信息中填写）',
    (source) => ({ ...source, school: { ...source.school, phone: '' } }),
  ],
  [
    'pupil-sanction',
    '校规的公布日期',
    (source) => ({
      ...source,
      standards: {
        ...source.standards,
        rules: new Map(
          [...source.standards.rules].map(([ref, rule]) => [ref, { ...rule, publishedOn: null }] as const),
        ),
      },
    }),
  ],
  ['pupil-sanction', '事先告知监护人的日期', (source) => withRecord(source, { notifications: [] })],
  ['referral', '移送理由', (source) => withRecord(source, { submission: null })],
  [
    'filing',
    '两名以上办案人员',
    (source) => withRecord(source, { filing: source.record.filing && { ...source.record.filing, team: [] } }),
  ],
  [
    'interview',
    '权利义务和回避告知',
    (source) =>
      withRecord(source, {
        investigation: {
          ...source.record.investigation,
          interviews: source.record.investigation.interviews.map((each) => ({ ...each, rightsTold: false })),
        },
      }),
  ],
  [
    'interview-minor',
    '在场的监护人或者合适成年人',
    (source) =>
      withRecord(source, {
        investigation: {
          ...source.record.investigation,
          interviews: source.record.investigation.interviews.map((each) => ({ ...each, adult: '' })),
        },
      }),
  ],
  [
    'report',
    '每名当事人的责任认定',
    (source) => withRecord(source, { investigation: { ...source.record.investigation, findings: [] } }),
  ],
  [
    'advance-notice',
    '拟作出的处理',
    (source) =>
      withRecord(source, {
        notifications: source.record.notifications.map((told) => ({ ...told, intended: '' })),
      }),
  ],
  [
    'guardian-notice',
    '告知监护人的情况',
    (source) =>
      withRecord(source, {
        notifications: source.record.notifications.map((told) => ({ ...told, guardian: null })),
      }),
  ],
  [
    'statement',
    '采纳与否',
    (source) =>
      withRecord(source, {
        statements: source.record.statements.map((each) => ({ ...each, adoption: null, adoptionReason: '' })),
      }),
  ],
  ['hearing', '听证记录', (source) => withRecord(source, { hearings: [] })],
  [
    'meeting',
    '每名出席人员的表决',
    (source) => {
      const { decision } = source.record;
      return withRecord(source, {
        decision: decision && {
          ...decision,
          meeting: decision.meeting && {
            ...decision.meeting,
            motions: decision.meeting.motions.map((motion) => ({ ...motion, votes: motion.votes.slice(1) })),
          },
        },
      });
    },
  ],
  ['service', '送达记录', (source) => withRecord(source, { services: [] })],
  [
    'service-left',
    '见证人，或者照片、录像',
    (source) =>
      withRecord(source, {
        services: source.record.services.map((service) => ({
          ...service,
          refusal: service.refusal && { ...service.refusal, witness: '', hasRecording: false },
        })),
      }),
  ],
  [
    'rectification-check',
    '复查合格的意见',
    (source) =>
      withRecord(source, {
        rectification: source.record.rectification.map((item) => ({
          ...item,
          checks: item.checks.slice(0, 1),
        })),
      }),
  ],
  ['lifting', '解除的决定', (source) => ({ ...source, sanctions: [] })],
];

describe('what keeps a paper from being issued', () => {
  it('is tried for every form', () => {
    const tried = new Set(missing.map(([name]) => sampleOf(name).form));
    expect(casePaperFormSchema.options.filter((form) => !tried.has(form) && form !== 'letter')).toEqual([]);
  });

  it.each(missing)('%s without %s', (name, lack, change) => {
    const { form, source } = sampleOf(name);
    expect(paperMakers[form].lacking(change(source(texts)))).toContain(lack);
  });

  it('is said in words that name the form', () => {
    for (const form of casePaperFormSchema.options)
      expect(casePaperFormLabels[form]).toMatch(/^[\u4e00-\u9fff（）]+$/);
  });
});

describe('how to object', () => {
  it('is said to be before the authority in cases of 师德', async () => {
    const { form, source } = sampleOf('decision');
    const ethics = withRecord(source(texts), {
      matter: { ...source(texts).record.matter, ethics: true },
    });
    expect((await printed(form, ethics)).text).toContain('30日内向青禾市教育局申请复核');
  });

  it('is outside of the rules for 编制 in a private school', async () => {
    const { form, source } = sampleOf('order');
    const whole = source(texts);
    const { text } = await printed(form, { ...whole, school: { ...whole.school, ownership: 'private' } });
    expect(text).toContain('属于劳动争议的，可以依法申请调解、仲裁');
    expect(text).not.toContain('人事综合管理部门');
  });
});
