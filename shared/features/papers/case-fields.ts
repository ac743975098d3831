import { line, text } from './form-field.ts';

/** What papers of a case say alike. */
export const party = line('当事人', '姓名、部门和岗位', '王某某（总务处安全管理员）');
export const facts = text(
  '查明事实',
  '查证属实的事实',
  '2026年10月12日至16日，当事人连续三天未按规定巡查实验楼，也未作交接。',
);
export const grounds = line('依据', '法规名称和条款', '《中华人民共和国教育法》第二十九条');
export const remedy = text(
  '救济途径',
  '向谁、多少日内提出复核或申诉',
  '如不服本决定，可以自收到之日起30日内向学校申请复核，对复核结果不服的可以向青禾市教育局申诉。',
);
export const school = line('学校全称', '与公章一致的学校名称', '青禾市第一中学');
export const day = line('成文日期', '文书落款的日期', '2026年11月20日');
export const number = line('文书编号', '发文字号或文书编号', '青一中〔2026〕3号');
/** How a decision begins and ends; what was decided stands between. */
export const opening = [number, party, facts] as const;
export const closing = [remedy, school, day] as const;
