import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  actorSchema,
  entityShape,
  fileRefSchema,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../kernel/entity.ts';

/** 公示: what is shown to whom, for how long, what was said against it, and when it came down. */

export const publicityKindLabels = {
  result: '处理结果',
  overall: '问责情况汇总',
  assessment: '年度考核优秀',
  honour: '评优评先与表彰',
  other: '其他事项',
} as const;
export const publicityKindSchema = z.enum(['result', 'overall', 'assessment', 'honour', 'other']);
export type PublicityKind = z.infer<typeof publicityKindSchema>;

/** How far it reaches. The public net is none of them: personal matters never go there (《个人信息保护法》第二十五条). */
export const scopeLabels = {
  department: '本部门内部',
  staff: '全体教职工',
  board: '校内公示栏',
  parents: '本校家长',
} as const;
export const scopeSchema = z.enum(['department', 'staff', 'board', 'parents']);
export type Scope = z.infer<typeof scopeSchema>;

export const namingLabels = { full: '实名', masked: '隐去部分姓名', none: '不写姓名' } as const;
export const namingSchema = z.enum(['full', 'masked', 'none']);

/** 监护人同意: without it no pupil is named, not even for an honour (《未成年人保护法》第四条、《个人信息保护法》第三十一条). */
export const consentSchema = z.object({
  guardian: textSchema('同意的监护人', 40),
  on: daySchema,
});

/** One line of what is shown. */
export const publicityItemSchema = z.object({
  id: idSchema,
  /** The sanction it tells of; null for lines typed by hand. */
  sanctionId: z.string().nullable(),
  caseId: z.string().nullable(),
  personId: z.string().nullable(),
  personKind: z.enum(['staff', 'pupil', 'department', 'other']),
  /** As the roster has it: for this record alone, never shown where it is masked. */
  name: z.string().trim().max(60, '姓名或名称不能超过 60 字'),
  /** 事项与结果, in words; names of people in it are masked like the name. */
  text: textSchema('公示内容', 500),
  /** Given for a pupil who is honoured by name; null for everybody else. */
  consent: consentSchema.nullable().default(null),
});
export type PublicityItem = z.infer<typeof publicityItemSchema>;
export const itemKindLabels: Readonly<Record<PublicityItem['personKind'], string>> = {
  staff: '教职工',
  pupil: '学生',
  department: '部门',
  other: '其他',
};

export const objectionSchema = z.object({
  id: idSchema,
  receivedOn: daySchema,
  way: z.enum(['visit', 'letter', 'phone', 'mail', 'other']),
  /** Who objected; blank for one without a name. */
  by: optionalTextSchema('异议人', 40),
  text: textSchema('异议内容', 2000),
  recorded: stampSchema,
  answer: z
    .object({
      answeredOn: daySchema,
      founded: z.boolean(),
      text: textSchema('核实与答复', 2000),
      answered: stampSchema,
    })
    .nullable(),
});
export type Objection = z.infer<typeof objectionSchema>;
export const objectionWayLabels = {
  visit: '当面',
  letter: '来信',
  phone: '电话',
  mail: '邮件',
  other: '其他',
} as const;

export const publicityStates = ['draft', 'shown', 'takenDown', 'finished'] as const;
export const publicityStateSchema = z.enum(publicityStates);
export type PublicityState = z.infer<typeof publicityStateSchema>;
export const publicityStateLabels: Readonly<Record<PublicityState, string>> = {
  draft: '草拟',
  shown: '公示中',
  takenDown: '已撤下',
  finished: '已结束',
};

export const publicityContentSchema = z.object({
  kind: publicityKindSchema,
  title: textSchema('标题', 60),
  /** 事项说明与依据 */
  lead: textSchema('公示说明', 1000),
  basis: textSchema('依据', 300),
  scope: scopeSchema,
  /** Name of the department, where it reaches no further. */
  scopeNote: optionalTextSchema('范围说明', 60),
  naming: namingSchema,
  items: z.array(publicityItemSchema).max(300, '一次公示不能超过 300 项'),
  /** Working days that it stays up. */
  workdays: z.number().int().min(1, '公示期至少 1 个工作日').max(60, '公示期不能超过 60 个工作日'),
  contact: z.object({
    department: textSchema('受理部门', 40),
    phone: textSchema('受理电话', 40),
    how: textSchema('提出方式', 200),
  }),
});
export type PublicityContent = z.infer<typeof publicityContentSchema>;

export const publicityEventSchema = z.object({
  made: stampSchema,
  what: z.string(),
  note: z.string(),
});

export const publicitySchema = z.object({
  ...entityShape,
  number: z.string(),
  numberId: idSchema,
  state: publicityStateSchema,
  content: publicityContentSchema,
  createdBy: actorSchema,
  createdOn: daySchema,
  /** Set when it went up: first and last day, and whether the calendar of the year was known. */
  run: z
    .object({ startsOn: daySchema, endsOn: daySchema, estimated: z.boolean(), place: z.string().max(60) })
    .nullable(),
  /** Warnings that are gone past, with the reason: as meant while it is drafted, as it went up afterwards. */
  overrides: z.array(
    z.object({ ruleId: z.string(), message: z.string(), article: z.string(), reason: z.string() }),
  ),
  objections: z.array(objectionSchema),
  /** 撤下: before its time. */
  takedown: stampSchema.extend({ on: daySchema, reason: z.string() }).nullable(),
  /** 公示结果: what came of it, once it is over. */
  result: stampSchema.extend({ on: daySchema, text: z.string() }).nullable(),
  /** Photos of the board and other proofs. */
  proofs: z.array(fileRefSchema),
  /** The papers as they went up and as they were filed: frozen, found by the hash of their bytes. */
  papers: z.object({ notice: fileRefSchema.nullable(), result: fileRefSchema.nullable() }),
  history: z.array(publicityEventSchema),
});
export type Publicity = z.infer<typeof publicitySchema>;
