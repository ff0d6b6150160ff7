import { Counter, Gauge } from 'prom-client';
import { metrics } from '../../platform/http/metrics';

export const liveStreams = new Gauge({
  name: 'par_live_inbox_streams',
  help: 'Inboxes followed live through this process',
  registers: [metrics],
});

export const liveLooks = new Counter({
  name: 'par_live_inbox_looks_total',
  help: 'Queries that looked what has changed in the inboxes followed live',
  registers: [metrics],
});
