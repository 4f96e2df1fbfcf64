// The floor: the barest Express, Socket.IO and SQLite program that takes a visit through the same
// four steps, one row and one durable commit each, and tells two boards and each agent of the
// office. No journal, no views, no sign-in. With --no-database it is the ceiling.
//   floor.ts --file FILE [--commit-delay MS] | --no-database
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import express, { type Response } from 'express'
import { Server } from 'socket.io'
import { memoryStore, sqliteStore, type Ticket } from './floor-store.ts'

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    'commit-delay': { type: 'string', default: '0' },
    'no-database': { type: 'boolean', default: false },
  },
})

const store = values['no-database']
  ? memoryStore()
  : await sqliteStore(values.file, Number(values['commit-delay']))
const app = express()
const server = createServer(app)
const live = new Server(server, { serveClient: false })

live.on('connection', (socket) => {
  const { office, as } = socket.handshake.auth as { office: string; as: 'board' | 'desk' }
  void socket.join(`${office}:${as}`)
})

/** Tells the boards and the desks of the office, then whoever asked. */
function tell(ticket: Ticket | undefined, response: Response): void {
  if (!ticket) {
    response.status(204).end()
    return
  }
  live.to(`${ticket.office}:board`).emit('ticket', ticket)
  live.to(`${ticket.office}:desk`).emit('ticket', ticket)
  response.json(ticket)
}

app.use(express.json())
app.post('/offices/:office/tickets', async (request, response) => {
  tell(await store.issue(request.params.office), response)
})
app.post('/offices/:office/call-next', async (request, response) => {
  const { agent } = request.body as { agent: string }
  tell(await store.callNext(request.params.office, agent), response)
})
app.post('/tickets/:id/begin', async (request, response) => {
  tell(await store.begin(Number(request.params.id)), response)
})
app.post('/tickets/:id/finish', async (request, response) => {
  tell(await store.finish(Number(request.params.id)), response)
})

server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.on('SIGTERM', () => {
  process.exit(0)
})
