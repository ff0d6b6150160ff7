import { forecastComponent, type Forecastable } from './forecast';
import type { CountedTask, TaskCell } from './quantity';

const asOf = '2023-09-15';
const task = (id: string, cell: TaskCell | null, over: Partial<CountedTask> = {}): CountedTask => ({
  id,
  cell,
  state: cell?.startsWith('done') ? 'accepted' : 'in_progress',
  dueDate: cell === 'overdue' ? '2023-08-31' : '2023-12-31',
  submittedOn: null,
  ...over,
});
const component = (over: Partial<Forecastable> = {}): Forecastable => ({
  maxPoints: 1,
  rule: { type: 'pro_rata', floor: 0 },
  source: 'linked_tasks',
  taskMeasure: 'done',
  baselineScore: 0.4,
  ...over,
});
const band = (c: Forecastable, tasks: CountedTask[], entered: number | null = null) => {
  const { points, low, likely, high, atStake } = forecastComponent(c, tasks, asOf, entered);
  return { points, low, likely, high, atStake: Object.fromEntries(atStake) };
};

describe('the forecast of a component scored by its tasks', () => {
  it('counts accepted tasks low, those in term likely, overdue ones only high', () => {
    const four = [task('a', 'doneOnTime'), task('b', 'doneLate'), task('c', 'inTerm'), task('d', 'overdue')];
    expect(band(component(), four)).toEqual({
      points: 0.5,
      low: 0.5,
      likely: 0.75,
      high: 1,
      atStake: { c: 0.25, d: 0.25 },
    });
  });

  it('cannot make an overdue task punctual: it lands late', () => {
    const onTime = component({ taskMeasure: 'done_on_time' });
    const two = [task('c', 'inTerm'), task('d', 'overdue')];
    expect(band(onTime, two)).toMatchObject({ low: 0, likely: 0.5, high: 0.5, atStake: { c: 0.5, d: 0 } });
    const late = component({ rule: { type: 'late_penalty', lateShare: 0.5 }, taskMeasure: 'done_on_time' });
    expect(band(late, two)).toMatchObject({ low: 0, likely: 0, high: 0.5, atStake: { c: 0.5, d: 0.5 } });
  });

  it('keeps the day of a submission that came in time and waits for acceptance beyond the due date', () => {
    const waiting = task('w', 'overdue', { state: 'submitted', submittedOn: '2023-08-30' });
    const late = component({ rule: { type: 'late_penalty', lateShare: 0.5 } });
    expect(band(late, [waiting])).toMatchObject({ low: 0, likely: 0, high: 1, atStake: { w: 1 } });
    expect(band(late, [{ ...waiting, submittedOn: '2023-09-01' }])).toMatchObject({ high: 0.5 });
  });

  it('sets at stake what the rule takes away, not an equal share', () => {
    const tiers = component({
      rule: {
        type: 'tiers',
        tiers: [
          { atLeast: 100, share: 1 },
          { atLeast: 50, share: 0.5 },
        ],
      },
    });
    const three = [task('a', 'doneOnTime'), task('b', 'inTerm'), task('c', 'inTerm')];
    expect(band(tiers, three)).toMatchObject({ low: 0, high: 1, atStake: { b: 0.5, c: 0.5 } });
  });

  it('leaves out tasks that are cancelled, drafts, or without a due date', () => {
    const odd = [
      task('x', null, { state: 'cancelled' }),
      task('y', 'inTerm', { dueDate: null }),
      task('z', 'inTerm', { state: 'draft' }),
    ];
    expect(band(component(), odd)).toEqual({
      points: null,
      low: null,
      likely: null,
      high: null,
      atStake: {},
    });
    expect(band(component(), [...odd, task('a', 'doneOnTime')])).toMatchObject({ points: 1, atStake: {} });
  });

  it('has no points while the maximum is unknown, and nothing is at stake', () => {
    const unknown = band(component({ maxPoints: null }), [task('c', 'inTerm')]);
    expect(unknown).toEqual({ points: null, low: null, likely: null, high: null, atStake: { c: 0 } });
  });
});

describe('the forecast of a reported component', () => {
  const reported = component({
    source: 'reported_value',
    taskMeasure: null,
    rule: { type: 'pro_rata', floor: 70 },
  });

  it('is certain once a value is entered, whatever the tasks do', () => {
    expect(band(reported, [task('d', 'overdue')], 90)).toEqual({
      points: 0.9,
      low: 0.9,
      likely: 0.9,
      high: 0.9,
      atStake: {},
    });
  });

  it('without a value lies anywhere, most likely where it was', () => {
    expect(band(reported, [])).toEqual({ points: null, low: 0, likely: 0.4, high: 1, atStake: {} });
    expect(band({ ...reported, baselineScore: null }, [])).toMatchObject({ likely: 0 });
    expect(band({ ...reported, maxPoints: null }, [])).toMatchObject({ low: null, likely: null, high: null });
  });
});

describe('the forecast of a survey', () => {
  const survey = component({
    source: 'survey',
    rule: { type: 'survey_percent' },
    maxPoints: 10,
    taskMeasure: null,
  });
  const unmoved = { low: null, likely: null, high: null, atStake: {} };

  it('is influenced, not computed', () => {
    expect(band(survey, [task('c', 'inTerm')])).toEqual({ points: null, ...unmoved });
    expect(band(survey, [task('c', 'inTerm')], 75.44)).toEqual({ points: 7.544, ...unmoved });
  });
});
