import { about, decision, educated, item, lawful, measured, type LawSamples } from './base.ts';

const suspension = {
  name: '停课',
  pupil: { level: 'grave', form: 'suspension', bands: ['primary-upper', 'junior', 'senior'] },
} as const;
const expulsion = {
  name: '开除学籍',
  kind: 'pupil-sanction',
  pupil: { level: 'sanction', form: 'expulsion', bands: ['senior'] },
} as const;
const grade = (band: 'primary-lower' | 'primary-upper' | 'junior' | 'senior') =>
  educated().persons.map((person) => ({ ...person, band }));
const mute = (toldOn: string | null) =>
  educated().notices.map((notice) => ({ ...notice, guardianToldOn: toldOn }));

/** What may be done to pupils, and what never. */
export const pupilSamples: LawSamples = {
  'staff-not-for-pupil-measure': decision(measured({ name: '点名批评', targets: ['pupil'] }), lawful),
  'department-measure': decision(about({ kind: 'department', employment: null }), {
    ...about({ kind: 'department', employment: null }),
    items: [item({ name: '责令部门整改', targets: ['department'] })],
  }),
  'pupil-expulsion': decision(educated(expulsion), educated(expulsion, {}, { persons: grade('senior') })),
  'pupil-suspension-too-long': decision(educated(suspension, { days: 8 }), educated(suspension, { days: 7 })),
  'pupil-grade': decision(
    educated({}, {}, { persons: grade('primary-lower') }),
    educated({}, {}, { persons: grade('primary-upper') }),
  ),
  'pupil-for-marks': decision(
    educated({}, {}, { reason: '因期中考试成绩下降，予以专题教育。' }),
    educated({}, {}, { reason: '考试中传递纸条，违反考场纪律。' }),
  ),
  'pupil-collective': decision(
    educated({}, {}, { reason: '三人讲话，全班一起受罚。' }),
    educated({}, {}, { reason: '三人讲话，影响全班上课。' }),
  ),
  'guardian-untold': decision(
    educated({}, {}, { notices: mute(null) }),
    educated({}, {}, { notices: mute('2026-11-20') }),
  ),
  'pupil-checkers': decision(
    educated(suspension, { days: 3 }, { checkers: lawful.checkers.slice(0, 1) }),
    educated({}, {}, { checkers: lawful.checkers.slice(0, 1) }),
  ),
  'pupil-rule-missing': decision(educated({}, {}, { grounds: lawful.grounds }), educated()),
};
