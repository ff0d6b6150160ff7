import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OutboxRelay } from '../platform/outbox/relay';
import { JobRunner } from '../platform/queue/job-runner';
import { Timetable, TIMETABLE } from '../platform/queue/timetable';
import { rooms } from './http.module';
import { timetable } from './timetable';

/** The worker process: the same rooms, with the queue's handlers, the outbox relay and the timetable running. */
@Module({
  imports: [...rooms, DiscoveryModule],
  providers: [JobRunner, OutboxRelay, Timetable, { provide: TIMETABLE, useValue: timetable }],
})
export class WorkerModule {}
