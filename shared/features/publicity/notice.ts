import { formatDay } from '../../kernel/dates.ts';
import { sentence } from '../../kernel/sentence.ts';
import type { Publicity, PublicityContent } from './schema.ts';
import { scopeLabels } from './schema.ts';
import { shownContent, type ShownItem } from './shown.ts';

/** The notice in words, as it goes up: the same for the paper and for what is previewed while it is typed. */
export interface NoticeText {
  readonly title: string;
  /** Grounds and matter, leading on to the lines. */
  readonly opening: string;
  readonly items: readonly ShownItem[];
  /** Whom it is for, and from when to when. */
  readonly period: string;
  /** Where and how to object. */
  readonly objection: string;
}

/** Without what closes it. */
const open = (text: string): string => text.trim().replace(/[。；，、：]+$/, '');

const titleOf = (title: string): string => {
  if (title === '' || title.endsWith('公示')) return title;
  return title.startsWith('关于') ? `${title}的公示` : `${title}公示`;
};

const openingOf = (basis: string, lead: string, hasItems: boolean): string => {
  const ground = open(basis).replace(/^(依据|根据|按照)/, '');
  const matter = hasItems ? `${open(lead)}：` : sentence(lead);
  return ground === '' ? matter : `依据${ground}，${matter}`;
};

/** 全体教职工; 图书馆内部 */
export const scopeWords = ({ scope, scopeNote }: Pick<PublicityContent, 'scope' | 'scopeNote'>): string => {
  if (scope === 'department') return scopeNote === '' ? scopeLabels.department : `${scopeNote}内部`;
  return scopeNote === '' ? scopeLabels[scope] : `${scopeLabels[scope]}（${scopeNote}）`;
};

/** The notice of a publicity; without `run` its days are still open. */
export const noticeText = (content: PublicityContent, run: Publicity['run']): NoticeText => {
  const shown = shownContent(content);
  const days = `${String(content.workdays)}个工作日`;
  const { department, phone, how } = content.contact;
  return {
    title: titleOf(shown.title),
    opening: openingOf(shown.basis, shown.lead, shown.items.length > 0),
    items: shown.items,
    period: `公示范围：${scopeWords(content)}。公示时间：${
      run ? `${formatDay(run.startsOn)}至${formatDay(run.endsOn)}（${days}）` : `自公示之日起${days}`
    }。`,
    objection: `公示期间如有异议，请向${open(department)}提出，电话：${open(phone)}。提出方式：${sentence(how)}`,
  };
};
