import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { within } from '../queue/within';
import { metrics } from './metrics';

/** A gauge by its name: its help, and its label if it has one. */
export type GaugeList = Record<string, { help: string; label?: string }>;

/** Values by the name of the gauge; of one with a label, by the value of the label. */
export type Figures = Record<string, number | Record<string, number>>;

const PATIENCE_MS = 3_000;

/**
 * Figures that are read at each scrape from what all processes share, so that whichever is asked answers for all. What
 * belongs together is read together, once a scrape. A part that cannot be read keeps what it last knew; the others go on.
 */
@Injectable()
export abstract class Gauges implements OnApplicationBootstrap, OnApplicationShutdown {
  protected abstract readonly gauges: GaugeList;
  private readonly log = new Logger('Metrics');
  private registered = false;
  private reading?: Promise<Figures | null>;

  protected abstract read(): Promise<Figures>;

  onApplicationBootstrap(): void {
    // Tests run several processes' worth of modules in one: the first answers.
    if (metrics.getSingleMetric(Object.keys(this.gauges)[0])) return;
    this.registered = true;
    for (const [name, { help, label }] of Object.entries(this.gauges)) {
      const figures = () => this.figures();
      new Gauge({
        name,
        help,
        labelNames: label ? [label] : [],
        registers: [metrics],
        async collect() {
          const read = await figures();
          if (read) show(this, read[name], label);
        },
      });
    }
  }

  onApplicationShutdown(): void {
    if (this.registered) Object.keys(this.gauges).forEach((name) => metrics.removeSingleMetric(name));
  }

  private figures(): Promise<Figures | null> {
    this.reading ??= within(PATIENCE_MS, this.read())
      .catch((error: Error) => {
        this.log.warn(`Some figures were not read: ${error.message}`);
        return null;
      })
      .finally(() => (this.reading = undefined));
    return this.reading;
  }
}

function show(gauge: Gauge, value: Figures[string], label?: string): void {
  if (typeof value === 'number') return gauge.set(value);
  gauge.reset();
  for (const [key, part] of Object.entries(value)) gauge.set({ [label!]: key }, part);
}
