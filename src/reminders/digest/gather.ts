import type { EntityManager } from 'typeorm';
import { displayPoints } from '../../indexes/indexes.api';
import type { Day } from '../../platform/clock/day';
import type { Texts } from '../../platform/errors/problem';
import type { Distance } from '../tell/distance';
import { arrange, type Arranged } from './arrange';
import type { DigestContent, DigestTask } from './digest-content';
import * as queries from './digest.queries';
import type { Concern, News, TaskDetails } from './digest.queries';

export interface Gathering {
  manager: EntityManager;
  today: Day;
  horizon: Day;
  stakeOf: (taskId: string) => number | null;
  distanceTo: (dueDate: Day) => Distance;
}

export interface Gathered {
  content: DigestContent;
  /** The notifications it takes up. */
  news: string[];
}

/** The digests of many people, in a handful of statements however many they are. */
export async function gather(people: string[], gathering: Gathering): Promise<Map<string, Gathered>> {
  const { manager, today, horizon, stakeOf } = gathering;
  // Not side by side: a transaction has one connection.
  const news = groupBy(await queries.newsOf(manager, people, horizon));
  const concerns = groupBy(await queries.concernsOf(manager, people, today, horizon));
  const seen = await queries.pointsSeen(manager, people);
  const arranged = people.map((personId) => {
    const own = news.get(personId) ?? [];
    return { personId, news: own, ...arrange(concerns.get(personId) ?? [], own, today, horizon, stakeOf) };
  });
  const written = arranged.flatMap(({ sections }) => sections);
  const known = {
    details: byId(
      await queries.detailsOf(manager, [
        ...new Set(written.flatMap((part) => part.concerns.map(({ taskId }) => taskId))),
      ]),
    ),
    words: byId(
      await queries.wordsOf(
        manager,
        written.flatMap((part) => part.news.map(({ id }) => id)),
      ),
    ),
    units: byId(
      await queries.namesOfUnits(manager, [
        ...new Set(arranged.flatMap(({ units }) => units.map(({ unitId }) => unitId))),
      ]),
    ),
    seen,
  };
  return new Map(
    arranged.map((one) => [
      one.personId,
      { news: one.news.map(({ id }) => id), content: contentOf(one, known, gathering) },
    ]),
  );
}

interface Known {
  details: Map<string, TaskDetails>;
  words: Map<string, { vi: string; en: string }>;
  units: Map<string, { vi: string; en: string }>;
  seen: Set<string>;
}

function contentOf(
  { personId, news, sections, units, unitCount }: Arranged & { personId: string; news: News[] },
  known: Known,
  gathering: Gathering,
): DigestContent {
  const newsOfTask = new Map<string, News[]>();
  for (const each of news) {
    if (each.taskId) newsOfTask.set(each.taskId, [...(newsOfTask.get(each.taskId) ?? []), each]);
  }
  const details = sections.flatMap((part) => part.concerns.map(({ taskId }) => known.details.get(taskId)!));
  return {
    day: gathering.today,
    horizon: gathering.horizon,
    sections: sections.map((part) => ({
      kind: part.kind,
      count: part.count,
      tasks: part.concerns.map((concern) => {
        const detail = known.details.get(concern.taskId)!;
        const mayKnow = detail.planYear !== null && known.seen.has(`${personId} ${detail.planYear}`);
        const points = mayKnow ? displayPoints(gathering.stakeOf(concern.taskId)) : null;
        return taskOf(concern, detail, points, newsOfTask.get(concern.taskId) ?? [], gathering);
      }),
      words: part.news.map(({ id, taskId, readable }) => ({
        taskId: readable ? taskId : null,
        words: textsOf(known.words.get(id)!),
      })),
    })),
    units: units.map(({ unitId, ...figures }) => ({ unit: textsOf(known.units.get(unitId)!), ...figures })),
    unitCount,
    illustrative: details.some(({ illustrative }) => illustrative),
  };
}

function taskOf(
  { taskId, code, dueDate, why }: Concern,
  { titleVi, titleEn, unitVi, unitEn, responsible }: TaskDetails,
  points: number | null,
  news: News[],
  { distanceTo }: Gathering,
): DigestTask {
  return {
    taskId,
    code,
    title: { vi: titleVi, en: titleEn ?? titleVi },
    unit: { vi: unitVi, en: unitEn },
    responsible,
    dueDate,
    distance: dueDate === null ? null : distanceTo(dueDate),
    points,
    waits: (['acceptance', 'extension', 'direction'] as const).filter((each) => why.includes(each)),
    news: [...new Set(news.map(({ kind }) => kind))],
  };
}

function textsOf({ vi, en }: Texts): Texts {
  return { vi, en };
}

function groupBy<T extends { personId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.personId);
    if (group) group.push(row);
    else groups.set(row.personId, [row]);
  }
  return groups;
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
