import fc from 'fast-check';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { PlainReading, plainFold, type PlainPerson, type PlainTask } from '../../../test/support/plain-tasks';
import { TEST_DAY } from '../../../test/support/sample-template';
import { stirTasks } from '../../../test/support/stirred-tasks';

type Filter = Record<string, string | number | boolean>;
type Rule = (value: never, task: PlainTask, person: PlainPerson, reading: PlainReading) => boolean;

/** What each filter means, said again in plain words. */
const rules: Record<string, Rule> = {
  planId: (id: string, task) => task.plan_id === id,
  year: (year: number, task) => task.year === year,
  leadUnitId: (id: string, task) => task.lead_unit_id === id,
  within: (id: string, task, _, reading) => reading.line(task.lead_unit_id).includes(id),
  coordinatingUnitId: (id: string, task) => task.coordinators.includes(id),
  responsibleId: (id: string, task) => task.responsible_id === id,
  parentId: (id: string, task) => task.parent_id === id,
  handedDown: (value: boolean, task) => task.handed_down === value,
  cell: (cell: string, task, _, reading) => reading.cell(task) === cell,
  state: (state: string, task) => task.state === state,
  priority: (priority: string, task) => task.priority === priority,
  fieldCode: (code: string, task) => task.field_code === code,
  componentId: (id: string, task) => task.components.some((component) => component.id === id),
  componentCode: (code: string, task) => task.components.some((component) => component.code === code),
  dueFrom: (day: string, task) => task.due_date !== null && task.due_date >= day,
  dueTo: (day: string, task) => task.due_date !== null && task.due_date <= day,
  hasEvidence: (value: boolean, task) => task.evidence > 0 === value,
  extensionPending: (value: boolean, task) => task.extensions.length > 0 === value,
  relation: (relation: string, task, person, reading) =>
    ({
      mine: task.responsible_id === person.id,
      my_unit: reading.line(task.lead_unit_id).includes(person.unitId),
      assigned_by_me: task.assigned_by === person.id,
      waiting_for_me: reading.waitsFor(person, task),
    })[relation]!,
  q: (q: string, task) => {
    const phrases = [...q.matchAll(/"([^"]+)"/g)].map(([, phrase]) => phrase);
    const words = q
      .replace(/"[^"]+"/g, ' ')
      .split(' ')
      .filter(Boolean);
    return [...phrases, ...words].every((part) => plainFold(task.words).includes(plainFold(part)));
  },
};

const sorts = ['due', '-due', 'code', 'title'];
const viewers = ['committee', 'admin', 'leader', 'auditor', 'officer-snv', 'officer-vpubnd'];

describe('the filters of the list of tasks', () => {
  let par: Par;
  let reading: PlainReading;
  const clients = new Map<string, HttpClient>();

  beforeAll(async () => {
    par = await openPar('sample');
    await stirTasks(par.database);
    for (const viewer of viewers) clients.set(viewer, await par.signIn(viewer));
    reading = await PlainReading.of(par.database, TEST_DAY);
  });

  afterAll(() => par.close());

  const expected = (viewer: string, filter: Filter) => {
    const person = reading.person(viewer);
    return reading.tasks.filter(
      (task) =>
        reading.sees(person, task) &&
        Object.entries(filter).every(([name, value]) => rules[name](value as never, task, person, reading)),
    );
  };

  const query = (filter: Filter) =>
    Object.entries(filter)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');

  async function everyPage(viewer: string, filter: Filter, sort: string, limit: number) {
    const items: any[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/tasks?${query(filter)}&sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { body, status } = await clients.get(viewer)!.get(path);
      expect([path, status]).toEqual([path, 200]);
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return items;
  }

  /** Values that occur, for the most part, so that what matches is not always nothing. */
  function filters(without: string[] = []): fc.Arbitrary<Filter> {
    const { tasks } = reading;
    const some = <T>(...values: (T | null | undefined)[]) =>
      fc.constantFrom(...new Set(values.filter((value) => value !== null && value !== undefined)));
    const days = tasks.map((task) => task.due_date);
    const words = fc
      .constantFrom(...tasks)
      .chain((task) => fc.subarray(task.words.replace(/"/g, '').split(/\s+/), { minLength: 1, maxLength: 3 }))
      .chain((found) => fc.shuffledSubarray(found, { minLength: found.length }));
    const spoken = fc
      .tuple(words, fc.constantFrom('NFC', 'NFD'), fc.boolean(), fc.boolean())
      .map(([found, form, folded, upper]) => {
        const text = found.join(' ').normalize(form);
        const plain = folded ? plainFold(text) : text;
        return (upper ? plain.toUpperCase() : plain).slice(0, 150);
      });
    const phrase = fc
      .constantFrom(...tasks)
      .map((task) => `"${task.title_vi.replace(/["\s]+/g, ' ').slice(3, 20)}"`);
    const values: Record<string, fc.Arbitrary<string | number | boolean>> = {
      planId: some(...tasks.map((task) => task.plan_id)),
      year: some(2023, 2026, 2020),
      leadUnitId: some(...tasks.map((task) => task.lead_unit_id)),
      within: some(...tasks.flatMap((task) => reading.line(task.lead_unit_id))),
      coordinatingUnitId: some(...tasks.flatMap((task) => task.coordinators)),
      responsibleId: some(...tasks.map((task) => task.responsible_id)),
      parentId: some(...tasks.map((task) => task.parent_id)),
      handedDown: fc.boolean(),
      cell: some('doneOnTime', 'doneLate', 'inTerm', 'overdue'),
      state: some(...tasks.map((task) => task.state)),
      priority: some('high', 'normal', 'low'),
      fieldCode: some(...tasks.map((task) => task.field_code)),
      componentId: some(...tasks.flatMap((task) => task.components.map(({ id }) => id))),
      componentCode: some(...tasks.flatMap((task) => task.components.map(({ code }) => code))),
      dueFrom: some(...days),
      dueTo: some(...days),
      hasEvidence: fc.boolean(),
      extensionPending: fc.boolean(),
      relation: some('mine', 'my_unit', 'assigned_by_me', 'waiting_for_me'),
      q: fc.oneof(spoken, phrase, some('ke hoach', '％', '_', '\\', 'Đ', 'DAO TAO', '2023-0 1')),
    };
    const names = Object.keys(rules).filter((name) => !without.includes(name));
    return fc
      .shuffledSubarray(names, { maxLength: 4 })
      .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, values[name]]))));
  }

  it('find, combined in any way and sorted in any order, what a plain reading finds: once each, on all pages', async () => {
    let found = 0;
    const combination = fc.tuple(fc.constantFrom(...viewers), filters(), fc.integer({ min: 1, max: 4 }));
    const property = fc.asyncProperty(combination, async ([viewer, filter, pages]) => {
      const ids = expected(viewer, filter).map(({ id }) => id);
      const limit = Math.min(200, Math.max(1, Math.ceil(ids.length / pages)));
      found += ids.length;
      for (const sort of sorts) {
        const items = await everyPage(viewer, filter, sort, limit);
        expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
        // Without a due date: after all others, and before them when the order is turned round.
        const due = items.map(({ dueDate }) => dueDate ?? '9999');
        if (sort === 'due') expect(due).toEqual([...due].sort());
        if (sort === '-due') expect(due).toEqual([...due].sort().reverse());
        const titles = items.map(({ titleVi }) => titleVi as string);
        if (sort === 'title') expect(titles).toEqual([...titles].sort(new Intl.Collator('vi').compare));
      }
      const counted = await clients.get(viewer)!.get(`/tasks?${query(filter)}&limit=1&count=true`);
      expect(counted.body.count).toBe(ids.length);
    });
    await fc.assert(property, { numRuns: 200 });
    // The property is worth something only while the combinations find tasks.
    expect(found).toBeGreaterThan(2000);
  }, 300_000);

  it('are counted for the tabs as the list itself counts', async () => {
    const combination = fc.tuple(fc.constantFrom(...viewers), filters(['cell', 'state']));
    const property = fc.asyncProperty(combination, async ([viewer, filter]) => {
      const { body, status } = await clients
        .get(viewer)!
        .get(`/tasks/counts?${query(filter)}&relations=true`);
      expect(status).toBe(200);
      const count = (more: Filter) => expected(viewer, { ...filter, ...more }).length;
      const inRelation = (relation: string) =>
        expected(viewer, filter).filter((task) =>
          rules.relation(relation as never, task, reading.person(viewer), reading),
        ).length;
      const byState = Object.fromEntries(
        Object.keys(body.byState).map((state) => [state, count({ state })] as const),
      );
      const cells = ['doneOnTime', 'doneLate', 'inTerm', 'overdue'].map(
        (cell) => [cell, count({ cell })] as const,
      );
      expect(body).toEqual({
        all: count({}),
        cells: { all: cells.reduce((sum, [, n]) => sum + n, 0), ...Object.fromEntries(cells) },
        awaitingAcceptance: byState.submitted,
        drafts: byState.draft,
        cancelled: byState.cancelled,
        byState,
        relations: {
          mine: inRelation('mine'),
          myUnit: inRelation('my_unit'),
          assignedByMe: inRelation('assigned_by_me'),
          waitingForMe: inRelation('waiting_for_me'),
        },
      });
      expect(body.all).toBe(body.cells.all + body.drafts + body.cancelled);
      expect(Object.keys(byState)).toHaveLength(7);
    });
    await fc.assert(property, { numRuns: 100 });
  }, 120_000);

  it('are tried on tasks that some officer handed down, and submitted or asked to extend himself', () => {
    const officers = ['officer-snv', 'officer-vpubnd'].map((name) => reading.person(name));
    const own = (by: (task: PlainTask) => string | null | undefined) =>
      reading.tasks.filter((task) =>
        officers.some(
          (person) =>
            task.handed_down &&
            by(task) === person.id &&
            reading.holds(person, ['officer'], task.lead_unit_id),
        ),
      );
    expect(own((task) => (task.state === 'submitted' ? task.submittedBy : null))).not.toEqual([]);
    const asked = own((task) =>
      ['assigned', 'in_progress', 'returned'].includes(task.state) ? task.extensions[0]?.by : null,
    );
    expect(asked).not.toEqual([]);
  });

  it.each(viewers)('what waits for %s is what he may decide, begin, mend or answer', async (viewer) => {
    const me = reading.person(viewer).id;
    const waiting = new Set(
      (await everyPage(viewer, { relation: 'waiting_for_me' }, 'due', 200)).map(({ id }) => id),
    );
    const all = await everyPage(viewer, {}, 'due', 200);
    const asked = new Set(
      reading.tasks.filter(({ addressees }) => addressees.includes(me)).map(({ id }) => id),
    );
    const due = all.filter(
      ({ id, abilities, responsible, state }) =>
        abilities.some((act: string) => ['accept', 'decideExtension'].includes(act)) ||
        (responsible?.id === me && ['assigned', 'returned'].includes(state)) ||
        asked.has(id),
    );
    expect([...waiting].sort()).toEqual(due.map(({ id }) => id).sort());
    expect(waiting.size > 0).toBe(!['leader', 'auditor'].includes(viewer));
  });
});
