// Where the floor keeps its tickets: a SQLite table with one durable commit a step, or (the
// ceiling) the process's memory. Nothing more than the four steps need.
import sqlite3 from 'sqlite3'

export interface Ticket {
  id: number
  office: string
  state: 'waiting' | 'called' | 'serving' | 'served'
  agent: string | null
}

export interface FloorStore {
  issue(office: string): Promise<Ticket>
  callNext(office: string, agent: string): Promise<Ticket | undefined>
  begin(id: number): Promise<Ticket | undefined>
  finish(id: number): Promise<Ticket | undefined>
}

const CREATE = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE ticket (
    id INTEGER PRIMARY KEY, office TEXT NOT NULL, state TEXT NOT NULL, agent TEXT, changed_at INTEGER NOT NULL
  );
  CREATE INDEX ticket_in_line ON ticket (office, state, id);
`
const ISSUE = `INSERT INTO ticket (office, state, changed_at) VALUES (?, 'waiting', ?) RETURNING *`
const CALL_NEXT = `
  UPDATE ticket SET state = 'called', agent = ?, changed_at = ?
  WHERE id = (SELECT id FROM ticket WHERE office = ? AND state = 'waiting' ORDER BY id LIMIT 1)
  RETURNING *`
const BEGIN = `
  UPDATE ticket SET state = 'serving', changed_at = ? WHERE id = ? AND state = 'called' RETURNING *`
const FINISH = `
  UPDATE ticket SET state = 'served', changed_at = ? WHERE id = ? AND state = 'serving' RETURNING *`

/**
 * Tickets in a new SQLite file. Each step is one statement and so one commit. With `commitDelay`
 * (ms) each commit takes that much longer, and as on a disk, the next one waits for it.
 */
export async function sqliteStore(file: string, commitDelay: number): Promise<FloorStore> {
  const database = new sqlite3.Database(file)
  await new Promise<void>((resolve, reject) => {
    database.exec(CREATE, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
  const run = (sql: string, ...values: (string | number)[]): Promise<Ticket | undefined> =>
    new Promise((resolve, reject) => {
      database.all<Ticket>(sql, values, (error, rows) => {
        if (error) reject(error)
        else resolve(rows[0])
      })
    })
  const write = commitDelay > 0 ? oneByOne(run, commitDelay) : run
  return {
    async issue(office) {
      const ticket = await write(ISSUE, office, Date.now())
      if (!ticket) throw new Error('no ticket was written')
      return ticket
    },
    callNext: (office, agent) => write(CALL_NEXT, agent, Date.now(), office),
    begin: (id) => write(BEGIN, Date.now(), id),
    finish: (id) => write(FINISH, Date.now(), id),
  }
}

type Run = (sql: string, ...values: (string | number)[]) => Promise<Ticket | undefined>

function oneByOne(run: Run, pause: number): Run {
  let disk: Promise<unknown> = Promise.resolve()
  return (sql, ...values) => {
    const mine = disk.then(async () => {
      const ticket = await run(sql, ...values)
      await new Promise((resolve) => setTimeout(resolve, pause))
      return ticket
    })
    disk = mine.catch(() => undefined)
    return mine
  }
}

/** Tickets in memory: what Express and Socket.IO can do when nothing is kept. */
export function memoryStore(): FloorStore {
  const tickets = new Map<number, Ticket>()
  const lines = new Map<string, Ticket[]>()
  let last = 0

  function move(id: number, from: Ticket['state'], to: Ticket['state']): Ticket | undefined {
    const ticket = tickets.get(id)
    if (ticket?.state !== from) return undefined
    ticket.state = to
    if (to === 'served') tickets.delete(id)
    return ticket
  }

  return {
    issue(office) {
      const ticket: Ticket = { id: ++last, office, state: 'waiting', agent: null }
      tickets.set(ticket.id, ticket)
      const line = lines.get(office) ?? []
      line.push(ticket)
      lines.set(office, line)
      return Promise.resolve(ticket)
    },
    callNext(office, agent) {
      const ticket = lines.get(office)?.shift()
      if (!ticket) return Promise.resolve(undefined)
      ticket.state = 'called'
      ticket.agent = agent
      return Promise.resolve(ticket)
    },
    begin: (id) => Promise.resolve(move(id, 'called', 'serving')),
    finish: (id) => Promise.resolve(move(id, 'serving', 'served')),
  }
}
