import { momentOf } from '../../platform/clock/day';
import { dutyKinds } from '../preferences/letter-choices';
import { route } from './route';

const nine = momentOf('2030-03-01', 9);
const person = { email: 'a@example.test', letters: null, quietHours: null };

describe('the way of a notification by mail', () => {
  it('words of people at once, what days bring in the digest, where nothing else is chosen', () => {
    expect(route('mentioned', person, 5, nine)).toEqual({ mail: 'at_once', notBefore: null });
    expect(route('overdue', person, 5, nine)).toEqual({ mail: 'digest', notBefore: null });
  });

  it('as the person chose', () => {
    const letters = { mentioned: 'none', due_soon: 'at_once', submitted: 'digest' } as const;
    expect(route('mentioned', { ...person, letters }, 5, nine).mail).toBe('none');
    expect(route('due_soon', { ...person, letters }, 5, nine).mail).toBe('at_once');
    expect(route('submitted', { ...person, letters }, 5, nine).mail).toBe('digest');
  });

  it.each(dutyKinds)('%s cannot be switched off, whatever the choices say', (kind) => {
    expect(route(kind, { ...person, letters: { [kind]: 'none' } }, 5, nine).mail).not.toBe('none');
    expect(route(kind, { ...person, letters: { [kind]: 'digest' } }, 5, nine).mail).toBe('digest');
    expect(route(kind, { ...person, letters: { [kind]: 'nonsense' as 'none' } }, 5, nine).mail).toMatch(
      /at_once|digest/,
    );
  });

  it('in the digest once the letters of the day are used up', () => {
    expect(route('mentioned', person, 1, nine).mail).toBe('at_once');
    expect(route('mentioned', person, 0, nine).mail).toBe('digest');
    expect(route('overdue', person, 0, nine).mail).toBe('digest');
  });

  it('never to who has no address', () => {
    expect(route('assigned', { ...person, email: null }, 5, nine)).toEqual({ mail: 'none', notBefore: null });
  });

  it.each([
    ['2030-03-01', 23, '2030-03-02', 6],
    ['2030-03-01', 22, '2030-03-02', 6],
    ['2030-03-01', 0, '2030-03-01', 6],
    ['2030-02-28', 23.9, '2030-03-01', 6],
    ['2030-03-01', 5.99, '2030-03-01', 6],
  ])('waits through quiet hours over midnight: %s at %d until %s at %d', (day, hour, until, end) => {
    const quiet = { ...person, quietHours: { from: 22, to: 6 } };
    expect(route('mentioned', quiet, 5, momentOf(day, hour)).notBefore).toEqual(momentOf(until, end));
  });

  it('does not wait outside quiet hours, and a digest never does', () => {
    const quiet = { ...person, quietHours: { from: 12, to: 14 } };
    expect(route('mentioned', quiet, 5, momentOf('2030-03-01', 13)).notBefore).toEqual(
      momentOf('2030-03-01', 14),
    );
    expect(route('mentioned', quiet, 5, momentOf('2030-03-01', 14)).notBefore).toBeNull();
    expect(route('mentioned', quiet, 5, momentOf('2030-03-01', 11.9)).notBefore).toBeNull();
    expect(route('overdue', quiet, 5, momentOf('2030-03-01', 13)).notBefore).toBeNull();
  });
});
