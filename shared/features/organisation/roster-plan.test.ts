import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPlans } from './roster-plan.ts';
import { planStaff, type StaffLookup } from './roster-staff.ts';
import type { RosterRow } from './roster-rows.ts';

/** A school with nobody in it, where departments and posts may be made; ids follow the order in which they are asked. */
const emptySchool = (): StaffLookup => {
  const ids = new Map<string, string>();
  let people = 0;
  return {
    today: '2026-11-24',
    byNumber: () => undefined,
    department: () => undefined,
    post: () => undefined,
    idFor(kind, name) {
      const key = `${kind} ${name}`;
      const id = ids.get(key) ?? `${kind}${String(ids.size)}`;
      ids.set(key, id);
      return id;
    },
    nameOf: (id) => [...ids].find(([, held]) => held === id)?.[0] ?? '',
    newId: () => `person${String((people += 1))}`,
  };
};

const cell = (text: string) => ({ address: 'A1', text, serial: null, broken: false });

const rowArb = fc.record({
  gender: fc.constantFrom('男', '女', '不明'),
  department: fc.constantFrom('教务处', '总务处', '教务处、总务处'),
  post: fc.constantFrom('教师', '主任'),
});

describe('a roster planned part by part', () => {
  it('is the roster planned at once, wherever it is cut', () =>
    fc.assert(
      fc.property(fc.array(rowArb, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (given, size) => {
        const rows = given.map(({ gender, department, post }, index): RosterRow => ({
          sheet: '名册',
          row: index + 2,
          number: `T${String(index)}`,
          name: '王芳',
          cells: new Map([
            ['gender', cell(gender)],
            ['employment', cell('在编')],
            ['department', cell(department)],
            ['post', cell(post)],
          ]),
        }));
        const lookup = emptySchool();
        const parts = [];
        for (let at = 0; at < rows.length; at += size)
          parts.push(planStaff(rows.slice(at, at + size), lookup));
        expect(joinPlans(parts)).toEqual(planStaff(rows, emptySchool()));
      }),
    ));
});
