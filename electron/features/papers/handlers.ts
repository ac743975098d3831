import type { papersChannels } from '../../../shared/features/papers/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { HiddenPapers } from './hidden.ts';
import { readSchool } from '../organisation/index.ts';
import { documentNumberCollection, issuedPaperCollection } from './collections.ts';
import { paperFonts } from './fonts.ts';
import { issuedPaperFile, requireIssuedPaper } from './issued.ts';
import { letterheadView, previewLetterhead, saveLetterhead } from './letterhead.ts';
import { numberProblems } from './numbering.ts';
import { registerSheet } from './register-sheet.ts';
import { exportTemplates } from './template-sheet.ts';
import {
  checkTemplate,
  houseForm,
  listTemplates,
  previewTemplate,
  readTemplate,
  saveTemplate,
  useTemplate,
} from './templates.ts';
import { inRegisterOrder, newestPapers, numberView, paperView } from './views.ts';

/** The feature's whole API. `hidden`: papers that a person may not see although the permission is there. */
export const createPapersHandlers = (hidden: HiddenPapers) =>
  ({
    'papers.list': ({ caseId, staffId }, { store, session }) => {
      const papers =
        caseId !== undefined
          ? store.by(issuedPaperCollection, 'case', caseId)
          : staffId !== undefined
            ? store.by(issuedPaperCollection, 'staff', staffId)
            : store.all(issuedPaperCollection);
      const wanted = papers.filter(
        (paper) =>
          (staffId === undefined || paper.staffIds.includes(staffId)) &&
          !hidden.hides(store, paper, session.user?.userId ?? ''),
      );
      return { papers: newestPapers(wanted).map((paper) => paperView(store, paper)) };
    },

    'papers.read': ({ id }, { store, session }) => {
      const paper = requireIssuedPaper(store, id);
      if (hidden.hides(store, paper, session.user?.userId ?? ''))
        throw new AppError(
          'forbidden',
          '这份文书属于涉及您本人的事项，按回避要求不能查看；您有权知道的内容，以送达给您的文书为准。',
        );
      return issuedPaperFile(store, paper);
    },

    'papers.numbers': ({ year }, { store }) => {
      const all = store.all(documentNumberCollection);
      const wanted = all.filter((number) => year === undefined || number.year === year);
      return {
        numbers: inRegisterOrder(wanted).map(numberView),
        years: [...new Set(all.map((number) => number.year))].sort((a, b) => b - a),
        problems: numberProblems(all),
      };
    },

    'papers.exportRegister': async ({ year }, { store, clock }) => {
      const numbers = inRegisterOrder(store.by(documentNumberCollection, 'year', String(year)));
      const papers = new Map(
        numbers.flatMap(({ id }) =>
          store
            .by(issuedPaperCollection, 'number', id)
            .filter(({ superseded }) => superseded === null)
            .map((paper) => [id, paper] as const),
        ),
      );
      const school = readSchool(store).name;
      const bytes = await renderListTable(
        registerSheet(year, school, numbers, papers, instantOfMs(clock.now())),
      );
      return sheetFile(`${school}${String(year)}年文号登记簿`, bytes);
    },

    'papers.letterhead': (_input, { store }) => letterheadView(store),
    'papers.saveLetterhead': saveLetterhead,
    'papers.previewLetterhead': previewLetterhead,
    'papers.fonts': async () => ({ fonts: await paperFonts() }),

    'papers.templates': listTemplates,
    'papers.exportTemplates': exportTemplates,
    'papers.houseForm': houseForm,
    'papers.checkTemplate': checkTemplate,
    'papers.previewTemplate': previewTemplate,
    'papers.saveTemplate': saveTemplate,
    'papers.useTemplate': useTemplate,
    'papers.readTemplate': readTemplate,
  }) satisfies Handlers<typeof papersChannels, CallContext>;
