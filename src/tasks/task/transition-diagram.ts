import { transitions } from './task-status';

/** The transition table as a page with a Mermaid diagram. */
export function transitionDiagram(): string {
  const arrows = Object.entries(transitions).flatMap(([verb, { from, to }]) =>
    from.map((state) => `  ${state} --> ${to}: ${verb}`),
  );
  return [
    '# The states of a task',
    '',
    'Printed from `src/tasks/task/task-status.ts`; a test keeps the two equal.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> draft',
    '  [*] --> assigned',
    ...arrows,
    '  accepted --> [*]',
    '  cancelled --> [*]',
    '```',
    '',
  ].join('\n');
}
