import { performance } from 'node:perf_hooks';
// Every filter by every order for every kind of reader, so that no list is left that takes for ever.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const TRIES = 5;

/** [{name, median, slowest}] in milliseconds, the slowest first. */
export async function matrix({ dist, url }) {
  const load = createRequire(join(dist, 'main.js'));
  load('reflect-metadata');
  const { connect } = load('./platform/database/database.js');
  const { listTasks } = load('./tasks/task/task-page.js');
  const { TaskSearch } = load('./tasks/task/task.requests.js');
  const database = await connect(url);
  try {
    const { actors, filters, today } = await scene(database);
    const found = [];
    for (const [reader, actor] of Object.entries(actors)) {
      for (const [filter, given] of Object.entries(filters)) {
        for (const sort of ['due', '-due', 'code', 'title']) {
          const search = Object.assign(new TaskSearch(), { sort, ...given });
          const times = await timed(TRIES, () => listTasks(database, actor, search, today));
          found.push({
            name: `${reader}: ${filter} by ${sort}`,
            median: times[TRIES >> 1],
            slowest: times.at(-1),
          });
        }
      }
    }
    return found.sort((a, b) => b.median - a.median);
  } finally {
    await database.destroy();
  }
}

async function timed(tries, work) {
  const times = [];
  for (let n = 0; n < tries; n++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

async function scene(database) {
  const one = async (sql) => Object.values((await database.query(sql))[0])[0];
  const unit = (code) => one(`SELECT id FROM unit WHERE code = '${code}'`);
  const plan = (code) => one(`SELECT id FROM plan WHERE code = '${code}'`);
  const [top, department, office] = [await unit('B0'), await unit('B40'), await unit('B2000')];
  const [recent, old] = [await plan('BENCH-0'), await plan('BENCH-30')];
  const person = await one(`SELECT id FROM app_user WHERE unit_id = '${office}' ORDER BY id LIMIT 1`);
  const componentId = await one('SELECT component_id FROM task_component LIMIT 1');
  const [today, month, year] = [
    await one('SELECT current_date'),
    await one('SELECT current_date - 30'),
    await one('SELECT extract(year FROM current_date)::int'),
  ];
  const actor = (role, unitId) => ({ userId: person, name: '', unitId, grants: [{ role, unitId }] });
  return {
    today,
    actors: {
      province: actor('committee', top),
      department: actor('officer', department),
      office: actor('officer', office),
    },
    filters: {
      all: {},
      'recent plan': { planId: recent },
      'old plan': { planId: old },
      subtree: { within: department },
      unit: { leadUnitId: office },
      'unit with units below': { leadUnitId: department },
      person: { responsibleId: person },
      ...Object.fromEntries(
        ['draft', 'in_progress', 'submitted', 'returned', 'accepted', 'cancelled'].map((state) => [
          state,
          { state },
        ]),
      ),
      ...Object.fromEntries(['overdue', 'inTerm', 'doneLate', 'doneOnTime'].map((cell) => [cell, { cell }])),
      'overdue of recent plan': { planId: recent, cell: 'overdue' },
      'in term of old plan': { planId: old, cell: 'inTerm' },
      'year of plan': { year: year - 4 },
      'overdue of a year': { year: year - 4, cell: 'overdue' },
      component: { componentId },
      'component by code': { componentCode: '1.1' },
      'last month': { dueFrom: month, dueTo: today },
      priority: { priority: 'high' },
      coordinating: { coordinatingUnitId: department },
      'with evidence': { hasEvidence: true },
      'extension asked for': { extensionPending: true },
      'handed down': { handedDown: true },
      mine: { relation: 'mine' },
      "my unit's": { relation: 'my_unit' },
      'assigned by me': { relation: 'assigned_by_me' },
      'waiting for me': { relation: 'waiting_for_me' },
      'common words': { q: 'kế hoạch' },
      'rare words': { q: 'dot 77123' },
      'no such word': { q: 'khongcogihet' },
      'a code': { q: 'T500123' },
      'two letters': { q: 'zq' },
      'subtree, plan and state': { within: department, planId: recent, state: 'in_progress' },
    },
  };
}
