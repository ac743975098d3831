import { addDays } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import type { Happening } from './cases.ts';
import type { Stories, Story } from './stories.ts';
import { scenesOf, type Cast, type Person, type View } from './story-scenes.ts';
import { logIn, type World } from './world.ts';

/** Everything that happens in one story, day by day, each act by the person whose act it is. */
const courseOf = (world: World, story: Story, cast: Cast): Happening[] => {
  const begins = addDays(world.today, -story.ago);
  const day = (after: number): string => standardCalendar.workdayOnOrAfter(addDays(begins, after));
  let view: View | undefined;
  const registration: Happening = {
    day: day(1),
    async act() {
      const office = await logIn(world, 'bangongshi');
      view = await office.call('cases.register', {
        matterCode: story.matter,
        route: story.route,
        summary: story.summary,
        occurredOn: begins,
        subjects: cast.people.map(({ id, kind }) => ({ id, kind })),
        source: { kind: 'inspection', note: '日常检查' },
      });
    },
  };
  return [
    registration,
    ...scenesOf(story, cast).map(({ after, who, play }) => ({
      day: day(after),
      async act() {
        if (!view) throw new Error(`the story ${story.key} has not begun`);
        view = await play(await logIn(world, who), view, day(after));
      },
    })),
  ];
};

/** The rule of the school that decisions on pupils cite, published before the first school year of the demo. */
const publishRule = async (world: World, { rule }: Stories): Promise<string> => {
  const office = await logIn(world, 'bangongshi');
  const published = `${String(world.year - 1)}-09-01`;
  const { id } = await office.call('standards.addSchoolRule', {
    title: rule.title,
    scope: 'pupils',
    consulted: { on: addDays(published, -40), note: '教职工、学生和家长' },
    discussed: { on: addDays(published, -20), note: '家长委员会、教职工代表大会' },
    filed: { on: addDays(published, -2), note: world.content.school.authority },
    adoptedBy: '校长办公会',
    adoptedOn: addDays(published, -5),
    publishedOn: published,
    clauses: rule.clauses,
  });
  return id;
};

/** Cases of every route: sanctions, a proposal to the authority, an investigation, pupils, a referral. */
export const planStories = async (world: World, stories: Stories): Promise<Happening[]> => {
  const office = await logIn(world, 'bangongshi');
  const { staff } = await office.call('organisation.staff', {});
  const { pupils } = await office.call('organisation.pupils', {});
  const held = (pattern: RegExp) => staff.filter(({ post }) => pattern.test(post));
  const [first, second] = held(/^(政教|教务)主任$/);
  if (!first || !second) throw new Error('the two who check are missing');
  const attendees = held(/校长$|办公室主任/).map(({ id }) => id);
  const ruleId = await publishRule(world, stories);
  const taken = new Set<string>();
  const castOf = (story: Story, at: number): readonly Person[] =>
    story.posts.map((post): Person => {
      if (post === '学生') {
        const pupil = pupils[(at * 131 + 17) % pupils.length];
        if (!pupil) throw new Error('no pupil for the story');
        return { id: pupil.id, name: pupil.name, kind: 'pupil' };
      }
      // The last of a post: the first ones already appear in the light matters. Sanctions are for staff in 编制 alone.
      const person = held(new RegExp(`^${post}$`)).findLast(
        ({ id, employment }) =>
          !taken.has(id) && (story.measures.flat().length === 0 || employment === 'established'),
      );
      if (!person) throw new Error(`nobody holds ${post}`);
      taken.add(person.id);
      return { id: person.id, name: person.name, kind: 'staff' };
    });
  return stories.stories.flatMap((story, at) =>
    courseOf(world, story, {
      people: castOf(story, at),
      checkers: [first.id, second.id],
      attendees,
      ruleId,
    }),
  );
};
