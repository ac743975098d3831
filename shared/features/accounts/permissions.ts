import { z } from 'zod';

/**
 * Permissions, one per kind of act, and the roles that carry them (G1: least privilege).
 * The Chinese label is what the administrator reads when a role is given.
 */
export const permissionLabels = {
  'organisation.read': '查看机构与人员',
  'organisation.write': '维护机构与人员',
  'organisation.export': '导出人员名册',
  'pupils.read': '查看学生与监护人',
  'duties.read': '查看岗位职责',
  'duties.write': '维护岗位职责',
  'duties.export': '导出岗位职责书',
  'standards.read': '查看标准与指标',
  'standards.write': '维护标准与指标',
  'evaluation.read': '查看考核结果',
  'evaluation.score': '录入考核分数',
  'evaluation.manage': '组织考核、确认结果',
  'evaluation.export': '导出考核表',
  'evaluation.own': '查看本人的考核结果，签署意见、提出异议',
  'leads.read': '查看线索',
  'leads.register': '登记线索',
  'leads.handle': '研判、答复与转办线索',
  'leads.source': '申请与同意查看线索来源',
  'leads.export': '导出线索台账',
  'cases.read': '查看问责事项',
  'cases.register': '登记问责事项',
  'cases.investigate': '核实与调查',
  'cases.decide': '作出问责决定',
  'cases.serve': '印发与送达文书',
  'cases.export': '导出问责事项与案卷',
  'appeals.handle': '办理申诉与复核',
  'publicity.read': '查看公示',
  'publicity.manage': '发布与撤下公示',
  'papers.read': '查看已印发文书',
  'papers.void': '作废文号',
  'archive.read': '查看个人问责档案',
  'archive.export': '导出个人问责档案',
  'accounts.manage': '管理用户与角色',
  'school.write': '维护学校信息、学年学期和节假日安排',
  'system.read': '查看系统状态与操作记录',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof permissionLabels;

const isPermission = (key: string): key is Permission => Object.hasOwn(permissionLabels, key);
export const permissions: readonly Permission[] = Object.keys(permissionLabels).filter(isPermission);
export const permissionSchema = z.enum(permissions);

export const roleIds = [
  'administrator',
  'principal',
  'office',
  'investigator',
  'evaluator',
  'finance',
  'reader',
] as const;
export type RoleId = (typeof roleIds)[number];
export const roleIdSchema = z.enum(roleIds);

interface Role {
  readonly label: string;
  readonly about: string;
  readonly permissions: readonly Permission[];
}

/** What everybody who works here may do. */
const reading: readonly Permission[] = [
  'organisation.read',
  'duties.read',
  'standards.read',
  'evaluation.own',
];

export const roles: Readonly<Record<RoleId, Role>> = {
  administrator: {
    label: '系统管理员',
    about: '管理用户、学校信息和数据，不因此看到案件',
    permissions: [
      ...reading,
      'organisation.write',
      'organisation.export',
      'pupils.read',
      'duties.write',
      'duties.export',
      'standards.write',
      'accounts.manage',
      'school.write',
      'system.read',
    ],
  },
  principal: {
    label: '校长/领导小组',
    about: '作出决定、确认考核结果，查看全部档案',
    permissions: [
      ...reading,
      'organisation.export',
      'pupils.read',
      'duties.write',
      'duties.export',
      'standards.write',
      'evaluation.read',
      'evaluation.score',
      'evaluation.manage',
      'evaluation.export',
      'leads.read',
      'leads.register',
      'leads.handle',
      'leads.source',
      'leads.export',
      'cases.read',
      'cases.register',
      'cases.decide',
      'cases.export',
      'appeals.handle',
      'publicity.read',
      'publicity.manage',
      'papers.read',
      'papers.void',
      'archive.read',
      'archive.export',
      'system.read',
    ],
  },
  office: {
    label: '办公室',
    about: '登记、印发、送达、归档，维护名册',
    permissions: [
      ...reading,
      'organisation.write',
      'organisation.export',
      'pupils.read',
      'duties.write',
      'duties.export',
      'standards.write',
      'evaluation.read',
      'evaluation.manage',
      'evaluation.export',
      'leads.read',
      'leads.register',
      'leads.handle',
      'leads.source',
      'leads.export',
      'cases.read',
      'cases.register',
      'cases.serve',
      'cases.export',
      'appeals.handle',
      'publicity.read',
      'publicity.manage',
      'papers.read',
      'papers.void',
      'archive.read',
      'archive.export',
      'school.write',
    ],
  },
  investigator: {
    label: '调查人员',
    about: '登记和核实问责事项',
    permissions: [
      ...reading,
      'pupils.read',
      'leads.read',
      'leads.register',
      'cases.read',
      'cases.register',
      'cases.investigate',
      'appeals.handle',
      'publicity.read',
      'papers.read',
    ],
  },
  evaluator: {
    label: '考核员',
    about: '录入考核分数，查看考核结果',
    permissions: [...reading, 'evaluation.read', 'evaluation.score', 'evaluation.export'],
  },
  finance: {
    label: '财务',
    about: '查看考核结果用于绩效核算',
    permissions: [...reading, 'evaluation.read'],
  },
  reader: {
    label: '只读',
    about: '查看机构、人员和标准，以及本人的考核',
    permissions: reading,
  },
};

/** The permissions of a person who holds several roles: their union. */
export const permissionsOf = (held: readonly RoleId[]): ReadonlySet<Permission> =>
  new Set(held.flatMap((role) => roles[role].permissions));
