import { IsString, MaxLength } from 'class-validator';
import { DayField, Id, OneOf, Optional, Text, Whole } from '../platform/http/fields';

export const formats = ['json', 'csv', 'xlsx'] as const;

/** What every report takes. */
export class ReportRequest {
  /** The day the report speaks of; today when left out. */
  @Optional()
  @DayField()
  asOf?: string;

  @Optional()
  @Id()
  planId?: string;

  /** Year of the plans. */
  @Optional()
  @Whole(1990, 2200)
  year?: number;

  /** A unit: its own tasks and those of every unit below it. */
  @Optional()
  @Id()
  within?: string;

  /** Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
  @Optional()
  @Text(40)
  index?: string;

  /** `csv` and `xlsx` give the same figures as a file. */
  @OneOf(formats)
  format: (typeof formats)[number] = 'json';
}

/** Reports whose list may be long come in pages; the file holds all. */
export class PagedReportRequest extends ReportRequest {
  /** Rows a page, 1 to 200. */
  @Whole(1, 200)
  limit: number = 200;

  /** `nextCursor` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

/** Units are some hundreds at most: all of them, so that they sum to the total, unless pages are asked for. */
export class UnitsReportRequest extends ReportRequest {
  @Optional()
  @Whole(1, 200)
  limit?: number;

  @Optional()
  @MaxLength(1000)
  @IsString()
  cursor?: string;
}

/** A file is not cut into pages. */
export function pageOf(request: PagedReportRequest | UnitsReportRequest): { limit: number; cursor?: string } {
  if (request.format !== 'json') return { limit: Infinity };
  return { limit: request.limit ?? Infinity, cursor: request.cursor };
}
