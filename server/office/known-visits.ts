// A manager may correct a visit of a day that its office has let go of. What it is now only its facts
// tell: they are read just before the decision, so that nothing comes in between.
import type { Database } from '../db/connect.ts'
import { loadVisit } from '../db/visit-loader.ts'
import type { Waiting } from './batch.ts'

/** The same commands; each correction knows the visit that it is about. */
export async function withKnownVisits(
  db: Database,
  waiting: readonly Waiting[],
): Promise<readonly Waiting[]> {
  if (!waiting.some(({ ask }) => ask.command.do === 'correct')) return waiting
  return Promise.all(waiting.map((each) => withKnownVisit(db, each)))
}

async function withKnownVisit(db: Database, waiting: Waiting): Promise<Waiting> {
  const { ask } = waiting
  const { command } = ask
  if (command.do !== 'correct') return waiting
  const found = await loadVisit(db.reader, command.visit)
  if (found?.office !== ask.office) return waiting
  return { ...waiting, ask: { ...ask, command: { ...command, known: found.visit } } }
}
