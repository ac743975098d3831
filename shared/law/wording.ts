/**
 * Words that a measure or a requirement must not contain. Only what is ordered is looked at, never the facts:
 * a matter may well be about a fine that somebody collected.
 */

const FINE =
  /罚款|罚金|经济处罚|经济制裁|违纪金|保证金|押金|罚没|没收|罚[0-9０-９一二两三四五六七八九十百千]+/;
const PAY =
  /(扣发|扣除|扣减|克扣|停发|扣)(其|本人|当月|本月|当年|半个月|[0-9０-９一二两三四五六七八九十]+个?月)*的?(基本|岗位|薪级|全部|部分)?(工资|薪资|薪水|薪酬|奖金|津贴|补贴)/;
const SANCTION = /记大?过|警告处分|(给予|予以)警告|降低岗位等级|撤职|留用察看|开除|降级处分|解聘|辞退/;

/** 退还…罚款, 不得罚款: to undo or forbid it is lawful. Nothing but the object may stand between. */
const UNDOING =
  /(退还|返还|退回|清退|不得|不准|严禁|禁止|停止|取消|纠正|废除|撤销)[^，。；、！,;并且]{0,12}$/;

const clauses = (text: string): string[] => text.split(/[，。；！？,;!?\n]/);

/** The first word of this sort that a clause orders, or undefined. */
const ordered = (text: string, words: RegExp): string | undefined => {
  for (const clause of clauses(text)) {
    let rest = clause;
    let before = '';
    for (;;) {
      const match = words.exec(rest);
      if (!match) break;
      before += rest.slice(0, match.index);
      if (!UNDOING.test(before)) return match[0];
      before += match[0];
      rest = rest.slice(match.index + match[0].length);
    }
  }
  return undefined;
};

/** Money taken as a punishment. */
export const fineIn = (text: string): string | undefined => ordered(text, FINE);

/** Wages cut as a punishment. */
export const payCutIn = (text: string): string | undefined => ordered(text, PAY);

/** A sanction in the sense of the law. */
export const sanctionIn = (text: string): string | undefined => ordered(text, SANCTION);

const LICENCE = /(撤销|吊销|取消|收回|没收)(其|本人)?的?教师资格(证书?)?/;
const EXPULSION = /开除学籍|劝退|勒令退学|责令退学|强制转学|责令转学|长期停课/;
const MARKS =
  /(因|由于)[^，。；]{0,8}(成绩|分数|名次|不及格)|(考试|测验)(成绩|分数)(差|低|不及格|下降)|排名(靠后|下降)/;
const COLLECTIVE =
  /全班(学生)?(一起|集体|都|受罚|罚)|集体(受罚|处罚|罚站|停课)|连坐|连带(处罚|受罚)|全组(一起|集体|受罚)/;

/** 教师资格 taken away: only an education authority may (《教师资格条例》第十九条). To ask it to is lawful. */
export const licenceIn = (text: string): string | undefined =>
  /报请|建议|提请|移送/.test(text) ? undefined : ordered(text, LICENCE);

/** 开除学籍, 劝退 and what comes to the same (《义务教育法》第二十七条, 《未成年人保护法》第二十八条). */
export const expulsionIn = (text: string): string | undefined => ordered(text, EXPULSION);

/** Marks as the reason of a punishment (第十二条 of 《中小学教育惩戒规则（试行）》). */
export const marksIn = (text: string): string | undefined => MARKS.exec(text)?.[0];

/** All punished for what some did (第十二条 of 《中小学教育惩戒规则（试行）》). */
export const collectiveIn = (text: string): string | undefined => ordered(text, COLLECTIVE);
