import type { LetterheadSample, LetterheadSettings } from '../../../shared/features/papers/letterhead.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import type { Block, OfficialPaper } from '../../documents/word/model.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A paper that shows how the head, the seal's place and the 版记 come out; its words are about nobody. */
export const letterheadSample = (
  sample: LetterheadSample,
  letterhead: LetterheadSettings,
  { name, documentCode, authority }: School,
  today: string,
): OfficialPaper => {
  const number = `${documentCode}〔${today.slice(0, 4)}〕1号`;
  const base = {
    form: 'official',
    number,
    letterhead,
    draft: false,
    properties: { title: '公文用纸样张', author: name, createdAt: `${today}T00:00:00.000Z` },
  } as const;
  const signed = { signature: { issuer: name, day: today }, sealed: true } as const;
  const printed = { printedBy: letterhead.printedBy, printedOn: today } as const;
  switch (sample) {
    case 'notice':
      return {
        ...base,
        ...signed,
        ...printed,
        issuer: letterhead.mark,
        title: `${name}关于教学常规检查情况的通报`,
        titleWords: [name],
        addressee: '各处室、各年级组',
        body: [
          paragraph(
            '近期，学校对各年级组备课、上课、作业批改等教学常规执行情况进行了检查。现将有关情况通报如下。',
          ),
          { kind: 'heading', level: 1, text: '总体情况' },
          paragraph('绝大多数教师按要求备课、上课，作业批改及时，课堂秩序良好。'),
          { kind: 'heading', level: 1, text: '有关要求' },
          paragraph('各处室、各年级组要对照检查，及时改进，切实落实教学常规各项要求。'),
        ],
      };
    case 'request':
      return {
        ...base,
        ...signed,
        ...printed,
        kind: 'upward',
        genre: '请示',
        issuer: letterhead.mark,
        signers: ['某某某'],
        title: `${name}关于开展校舍安全专项整治的请示`,
        titleWords: [name],
        addressee: authority,
        body: [
          paragraph('为进一步做好校舍安全管理工作，学校拟开展校舍安全专项整治，有关事项请示如下。'),
          paragraph('妥否，请批示。'),
        ],
        note: '联系人：某某某，电话：××××××××',
      };
    case 'letter':
      return {
        ...base,
        ...signed,
        kind: 'letter',
        issuer: name,
        title: `${name}关于商请提供有关资料的函`,
        titleWords: [name, '商请'],
        addressee: authority,
        body: [
          paragraph('因工作需要，商请贵单位协助提供有关资料，以便学校核实情况。'),
          paragraph('请予支持为盼。'),
        ],
        cc: '学校工会',
      };
    case 'minutes':
      return {
        ...base,
        ...printed,
        kind: 'minutes',
        issuer: `${name}校长办公会议纪要`,
        editedBy: letterhead.printedBy,
        day: today,
        title: '研究教学常规检查等工作',
        body: [
          paragraph('会议听取了教学常规检查情况的汇报，研究了下一步工作。现纪要如下。'),
          { kind: 'heading', level: 1, text: '关于教学常规检查' },
          paragraph('会议同意检查情况的汇报，要求各年级组对照整改，教务处两周内复查。'),
        ],
        attendance: { present: ['某某某', '某某某'], excused: ['某某某'], observing: ['某某某'] },
      };
  }
};
