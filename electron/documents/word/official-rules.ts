import { AppError } from '../../../shared/kernel/result.ts';
import type { OfficialPaper } from './model.ts';

/** 主送机关 are listed with these between them. */
const BETWEEN_ADDRESSEES = /[、，,；;\n]/;

const LARGEST_SEAL_MM = 45;

/** A place of a form that is filled in later can end in nothing yet. */
const OPEN_PLACE = /^\{\{[^{}]+\}\}$/;

const endsIn = (title: string, genre: string): boolean =>
  title.trim().endsWith(genre) || OPEN_PLACE.test(title.trim());

/**
 * What a paper lacks to be of its form, in words for the person who writes it; nothing when it is whole
 * (GB/T 9704-2012 7.2.6, 10; 党政机关公文处理工作条例 9, 15).
 */
export const officialProblems = (paper: OfficialPaper): string[] => {
  const problems: string[] = [];
  const seal = paper.letterhead?.sealMm;
  if (seal !== undefined && seal > LARGEST_SEAL_MM) problems.push('学校印章的直径不得大于45毫米。');
  switch (paper.kind) {
    case 'upward': {
      if (!paper.signers.some((name) => name.trim() !== ''))
        problems.push(`${paper.genre}须写明签发人，请填写签发人姓名。`);
      if (paper.addressee.trim() === '') problems.push(`${paper.genre}须有主送机关，请填写报送的上级机关。`);
      else if (paper.genre === '请示' && BETWEEN_ADDRESSEES.test(paper.addressee))
        problems.push('请示只能主送一个上级机关，需要同时报送的请列入抄送。');
      if (!endsIn(paper.title, paper.genre))
        problems.push(`标题应以“${paper.genre}”结尾，请改为“关于××的${paper.genre}”。`);
      break;
    }
    case 'letter':
      if (paper.addressee.trim() === '') problems.push('函须有主送机关，请填写收函单位。');
      if (paper.issuer.trim().endsWith('文件'))
        problems.push('信函式的机关标志只写学校全称，请去掉“文件”二字。');
      if (!endsIn(paper.title, '函')) problems.push('标题应以“函”结尾，请改为“关于××的函”。');
      break;
    case 'minutes':
      if (!paper.issuer.trim().endsWith('纪要'))
        problems.push('纪要的标志应以“纪要”结尾，如“校长办公会议纪要”。');
      if (paper.attendance.present.length === 0) problems.push('纪要须写明出席人员，请填写出席名单。');
      break;
    case 'downward':
    case undefined:
      break;
  }
  return problems;
};

/** @throws AppError `invalid` for a paper that is no draft any more and lacks what its form asks. */
export const demandOfficialForm = (paper: OfficialPaper): void => {
  if (paper.draft) return;
  const problems = officialProblems(paper);
  if (problems.length > 0) throw new AppError('invalid', problems.join(''));
};
