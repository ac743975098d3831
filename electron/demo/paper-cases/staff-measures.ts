import { measure } from './base.ts';

/** Measures on staff as a decision keeps them. */

export const demerit = measure({
  code: 'demerit',
  name: '记过',
  kind: 'sanction',
  paper: 'decision',
  numberSuffix: '处',
  sanction: 'demerit',
  effects:
    '期间十二个月。当年年度考核只写评语、不确定档次；处分期内不得聘到更高岗位，不得参加职称评审和技能等级认定，一般不推荐评先评优。',
  periodMonths: 12,
  filing: true,
});
export const warning = measure({
  code: 'warning-managerial',
  name: '警告',
  kind: 'sanction',
  paper: 'decision',
  numberSuffix: '处',
  sanction: 'warning',
  effects:
    '期间六个月。当年年度考核不能评为优秀；处分期内不得晋升职务、岗位职员等级和职称，一般不推荐评先评优。',
  periodMonths: 6,
  filing: true,
});
export const admonition = measure({
  code: 'admonition-talk',
  name: '诫勉谈话',
  kind: 'talk',
  paper: 'notice',
  numberSuffix: '诫',
  effects: '年度考核按考核规定和受处理的情况确定，记入问责档案。',
});
export const suspension = measure({
  code: 'duty-suspension',
  name: '停职检查',
  kind: 'post',
  paper: 'notice',
  numberSuffix: '停',
  effects: '停职不是处分；立案期间年度考核不写评语、不定档次，结案后按结论补定。',
});
export const ended = measure({
  code: 'office-ended',
  name: '免职',
  kind: 'post',
  paper: 'notice',
  numberSuffix: '免',
  effects: '免去职务后另行安排岗位，待遇按新岗位确定。',
});
export const pay = measure({
  code: 'performance-pay',
  name: '绩效核减',
  kind: 'pay',
  paper: 'notice',
  numberSuffix: '核',
  effects: '按方案核算当期奖励性绩效，不影响基本工资、薪级和津贴补贴；本人不服的可以申请复核、提出申诉。',
});
