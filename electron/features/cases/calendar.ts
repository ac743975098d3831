import { standardCalendar, type WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';

/** The calendar by which terms of cases are counted. */
export const caseCalendar = (_reader: Reader): WorkCalendar => standardCalendar;
