import { useSearchParams } from 'react-router';
import { useUser } from '../../shared/session/session';
import type { TaskFilter } from './api/list-tasks';

const names = ['plan', 'unit', 'cell', 'state', 'q', 'from', 'to', 'mine', 'component', 'sort'] as const;
export type FilterName = (typeof names)[number];
export type ListFilter = Record<FilterName, string>;

/** The list's filters live in the address, so that a list can be linked to and come back to. */
export function useListFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as ListFilter;
  const change = (name: FilterName, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const clear = () => setSearch(filter.sort ? { sort: filter.sort } : {}, { replace: true });
  return {
    filter,
    change,
    clear,
    given: names.filter((name) => name !== 'sort' && filter[name] !== '').length,
  };
}

/** The same as the server's parameters. */
export function useAsked(filter: ListFilter): TaskFilter {
  const user = useUser();
  return {
    planId: filter.plan || undefined,
    within: filter.unit || undefined,
    cell: (filter.cell || undefined) as TaskFilter['cell'],
    state: (filter.state || undefined) as TaskFilter['state'],
    q: filter.q || undefined,
    dueFrom: filter.from || undefined,
    dueTo: filter.to || undefined,
    responsibleId: filter.mine ? user.id : undefined,
    componentCode: filter.component || undefined,
    sort: (filter.sort || 'due') as TaskFilter['sort'],
  };
}
