import { addDays, dayOfMs, formatDay, instantOfMs } from '../../shared/kernel/dates.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { paragraph, signed } from '../documents/word/form-blocks.ts';
import type { Block } from '../documents/word/model.ts';
import { renderWord } from '../documents/word/pack.ts';
import { wordFile } from '../features/file-content.ts';
import type { Caller } from './caller.ts';
import type { Happening } from './cases.ts';
import type { SelfEvaluationContent, ToldAction, ToldYear } from './self-evaluation-content.ts';
import { logIn, type World } from './world.ts';

export interface Place {
  readonly cycleId: string;
  readonly subjectId: string;
}

const seen = (office: Caller, place: Place) => office.call('evaluation.readSelfEvaluation', place);
const target = async (office: Caller, place: Place) => ({ ...place, rev: (await seen(office, place)).rev });

export const subjectOf = async (office: Caller, cycleId: string, name: string | null): Promise<Place> => {
  const { subjects } = await office.call('evaluation.selfEvaluations', { cycleId });
  const found = subjects.find(({ subject }) => name === null || subject.name === name);
  if (!found) throw new Error(`nobody called ${name ?? 'at all'} is evaluated`);
  return { cycleId, subjectId: found.subject.id };
};

const dimensionOf = async (office: Caller, place: Place, name: string): Promise<string> => {
  const found = (await seen(office, place)).dimensions.find((dimension) => dimension.name === name);
  if (!found) throw new Error(`no dimension ${name}`);
  return found.id;
};

export const write = async (
  office: Caller,
  place: Place,
  { opening, conclusion, texts }: ToldYear,
): Promise<void> => {
  await office.call('evaluation.saveSelfFrame', { ...(await target(office, place)), opening, conclusion });
  for (const [name, text] of Object.entries(texts))
    await office.call('evaluation.saveSelfText', {
      ...(await target(office, place)),
      dimensionId: await dimensionOf(office, place, name),
      ...text,
    });
};

const paperOf = async (
  world: World,
  title: string,
  issuer: string,
  body: readonly Block[],
): Promise<FileContent> => {
  const today = dayOfMs(world.clock.now());
  const createdAt = instantOfMs(world.clock.now());
  const bytes = await renderWord({
    form: 'plain',
    title,
    issuer,
    body: [...body, ...signed(issuer, today)],
    draft: false,
    properties: { title, author: issuer, createdAt },
  });
  return wordFile(title, bytes);
};

/** 列入清单, by what it says. */
export const list = async (office: Caller, place: Place, actions: readonly ToldAction[], day: string) => {
  for (const { kind, item, dimension, responsible, days } of actions)
    await office.call('evaluation.addAction', {
      ...(await target(office, place)),
      kind,
      item,
      dimensionId: await dimensionOf(office, place, dimension),
      responsible,
      dueOn: addDays(day, days),
    });
};

const actionId = async (office: Caller, place: Place, item: string): Promise<string> => {
  const found = (await seen(office, place)).record.actions.find((action) => action.item === item);
  if (!found) throw new Error(`not on the list: ${item}`);
  return found.id;
};

/** What comes of the list in the months after it was made. */
export const courseOf = (
  world: World,
  place: () => Place,
  actions: readonly ToldAction[],
  day: string,
): Happening[] =>
  actions.flatMap(({ item, progress, closed }): Happening[] => [
    ...progress.map(({ days, text }) => ({
      day: addDays(day, days),
      async act() {
        const office = await logIn(world, 'bangongshi');
        await office.call('evaluation.actionProgress', {
          ...(await target(office, place())),
          actionId: await actionId(office, place(), item),
          on: addDays(day, days),
          text,
        });
      },
    })),
    ...(closed === null
      ? []
      : [
          {
            day: addDays(day, closed.days),
            async act() {
              const office = await logIn(world, 'bangongshi');
              const on = addDays(day, closed.days);
              const proofs =
                closed.proof === null
                  ? []
                  : [
                      await paperOf(world, closed.proof, world.content.school.name, [
                        paragraph(`${closed.note}验收人员现场核对无误。`),
                      ]),
                    ];
              await office.call('evaluation.closeAction', {
                ...(await target(office, place())),
                actionId: await actionId(office, place(), item),
                on,
                note: closed.note,
                files: proofs,
              });
            },
          },
        ]),
  ]);

export const fileReport = async (
  world: World,
  office: Caller,
  place: Place,
  { organ, title, summary, sections }: SelfEvaluationContent['school']['report'],
): Promise<void> => {
  const day = dayOfMs(world.clock.now());
  const file = await paperOf(world, title, organ, [
    paragraph(`受${world.content.school.name}委托，评估组于${formatDay(day)}前完成评估，现报告如下。`),
    ...sections.flatMap(([heading, text]): Block[] => [
      { kind: 'heading', level: 1, text: heading },
      paragraph(text),
    ]),
  ]);
  await office.call('evaluation.addOutsideReport', {
    ...(await target(office, place)),
    organ,
    title,
    day,
    summary,
    file,
  });
};
