// Figures for whoever runs the server, in the format that Prometheus reads.
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Commit } from '../../office/asking.ts'

export class Metrics {
  readonly registry = new Registry()
  private readonly facts = new Counter({
    name: 'guichet_facts_total',
    help: 'Facts added to the journal, by type',
    labelNames: ['type'],
    registers: [this.registry],
  })
  private readonly waiting = new Gauge({
    name: 'guichet_waiting',
    help: 'People waiting now, by office',
    labelNames: ['office'],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  count({ office, facts }: Commit, waiting: number): void {
    for (const { body } of facts) this.facts.inc({ type: body.type })
    this.waiting.set({ office }, waiting)
  }
}
