import { Readable } from 'node:stream';
import { applyDecorators, Injectable, SetMetadata, StreamableFile, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { CalledRequest } from '../platform/access/caller';
import type { Locale } from '../platform/errors/problem';
import { asDownload, CSV_TYPE, dispositionOf, toCsv, type CsvColumn } from '../platform/files/csv';
import { XLSX_TYPE } from '../platform/files/xlsx/write-xlsx';
import { reportWorkbook } from './report-workbook';
import type { ReportNote } from './reports.presenter';

/** `day`: its values are days (`YYYY-MM-DD`), which a workbook holds as such. */
export interface ReportColumn<Row> extends CsvColumn<Row> {
  kind?: 'day';
}

/** A report as rows and columns, in the reader's language; the same figures as its JSON. */
export interface ReportTable<Row = unknown> {
  /** Name of the file, without ending. */
  name: string;
  columns: ReportColumn<Row>[];
  rows: Row[];
}

/** Written per report: its answer as a table. */
export type TableOf<Answer, Row> = (answer: Answer, locale: Locale) => ReportTable<Row>;

const TABLE = 'par:report-table';

/** Answers `?format=csv` and `?format=xlsx` with a file instead of JSON. */
export function AsTable<Answer, Row>(tableOf: TableOf<Answer, Row>): MethodDecorator {
  return applyDecorators(SetMetadata(TABLE, tableOf), UseInterceptors(TableInterceptor));
}

@Injectable()
export class TableInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { format } = request.query as { format?: string };
    if (format !== 'csv' && format !== 'xlsx') return next.handle();
    const { locale } = request.caller!;
    const tableOf = this.reflector.get<TableOf<unknown, unknown>>(TABLE, context.getHandler());
    return next.handle().pipe(
      map((answer: { notes?: ReportNote[] }) => {
        const table = tableOf(answer, locale);
        const { name, columns, rows } = table;
        if (format === 'csv') return asDownload(reply, `${name}.csv`, CSV_TYPE, toCsv(columns, rows));
        void reply.header('content-disposition', dispositionOf(`${name}.xlsx`));
        const pieces = reportWorkbook(table, answer.notes ?? [], locale);
        return new StreamableFile(Readable.from(pieces), { type: XLSX_TYPE });
      }),
    );
  }
}
