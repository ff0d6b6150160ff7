import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gauges, type Figures } from '../http/gauges';

@Injectable()
export class TimetableMetrics extends Gauges {
  protected readonly gauges = {
    par_timetable_seconds_since_end: {
      help: 'Seconds since each recurring job last ended well, within half a minute; since it was first asked for when it never did',
      label: 'job',
    },
    par_timetable_seconds_since_asked: {
      help: 'Seconds since each recurring job was last asked for',
      label: 'job',
    },
    par_jobs_freed_total: { help: 'Keyed jobs that were stuck in the queue and were freed', label: 'job' },
  };

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  protected async read(): Promise<Figures> {
    const [figures]: Figures[] = await this.dataSource.query(
      `SELECT coalesce(json_object_agg(name, greatest(0, extract(epoch FROM now() - coalesce(ended_at, asked_since)))), '{}') AS par_timetable_seconds_since_end,
              coalesce(json_object_agg(name, greatest(0, extract(epoch FROM now() - last_run_at))), '{}') AS par_timetable_seconds_since_asked,
              (SELECT coalesce(json_object_agg(job, times), '{}') FROM job_freed) AS par_jobs_freed_total
         FROM timetable_run`,
    );
    return figures;
  }
}
