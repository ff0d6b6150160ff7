import { applyDecorators, Injectable, SetMetadata, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { CalledRequest } from '../platform/access/caller';
import type { Locale } from '../platform/errors/problem';
import { asDownload, CSV_TYPE, toCsv, type CsvColumn } from '../platform/files/csv';

/** A report as rows and columns, in the reader's language; the same figures as its JSON. */
export interface ReportTable<Row = unknown> {
  /** Name of the file, without ending. */
  name: string;
  columns: CsvColumn<Row>[];
  rows: Row[];
}

/** Written per report: its answer as a table. */
export type TableOf<Answer, Row> = (answer: Answer, locale: Locale) => ReportTable<Row>;

const TABLE = 'par:report-table';

/** Answers `?format=csv` with a file instead of JSON. */
export function AsTable<Answer, Row>(tableOf: TableOf<Answer, Row>): MethodDecorator {
  return applyDecorators(SetMetadata(TABLE, tableOf), UseInterceptors(TableInterceptor));
}

@Injectable()
export class TableInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if ((request.query as { format?: string }).format !== 'csv') return next.handle();
    const tableOf = this.reflector.get<TableOf<unknown, unknown>>(TABLE, context.getHandler());
    return next.handle().pipe(
      map((answer) => {
        const { name, columns, rows } = tableOf(answer, request.caller!.locale);
        return asDownload(reply, `${name}.csv`, CSV_TYPE, toCsv(columns, rows));
      }),
    );
  }
}
