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
