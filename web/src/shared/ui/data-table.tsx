import type { ReactNode } from 'react';
import './data-table.css';
import { usePhone } from './use-media';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  number?: boolean;
  /** Names the row: its header in the table, its heading on a phone. */
  head?: boolean;
}

interface Props<Row> {
  /** What the table shows, for those who cannot see it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Last row, kept apart. */
  total?: Row;
}

/** A table on a desk, a list of cards on a phone. */
export function DataTable<Row>(props: Props<Row>) {
  return usePhone() ? <Cards {...props} /> : <Table {...props} />;
}

function Table<Row>({ caption, columns, rows, rowKey, total }: Props<Row>) {
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <TableRow row={total} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  return (
    <tr>
      {columns.map(({ key, cell, number, head }) =>
        head ? (
          <th key={key} scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={key} className={number ? 'number' : undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function Cards<Row>({ caption, columns, rows, rowKey, total }: Props<Row>) {
  const heads = columns.filter(({ head }) => head);
  const rest = columns.filter(({ head }) => !head);
  const card = (row: Row, key: string) => (
    <li key={key} className="card table-card">
      {heads.map(({ key: column, cell }) => (
        <div key={column} className="table-card-head">
          {cell(row)}
        </div>
      ))}
      <dl>
        {rest.map(({ key: column, title, cell }) => (
          <div key={column}>
            <dt>{title}</dt>
            <dd>{cell(row)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
  return (
    <ul className="stack tight" aria-label={caption}>
      {total && card(total, 'total')}
      {rows.map((row) => card(row, rowKey(row)))}
    </ul>
  );
}
