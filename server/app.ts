// Puts the parts together: Express and Socket.IO over one door. It does not listen; the program and
// the tests share it.
import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connect.ts'
import { databaseProblem } from './db/database-problem.ts'
import { waitingCount } from './domain/state.ts'
import { toChanged } from './features/board/announcements.ts'
import { boardProjection } from './features/board/board-projection.ts'
import { signProjection } from './features/board/sign-projection.ts'
import { kioskProjection } from './features/check-in/kiosk-projection.ts'
import { Commands } from './features/commands.ts'
import { deskProjection } from './features/desk/desk-projection.ts'
import { Devices } from './features/devices/devices.ts'
import { Enrolments } from './features/devices/enrolments.ts'
import { Identity } from './features/identity.ts'
import { PhonePushes } from './features/phone/phone-pushes.ts'
import { PushKeys } from './features/phone/push-keys.ts'
import { PushSender } from './features/phone/push-sender.ts'
import { ticketPage } from './features/phone/ticket-page.ts'
import { joinPage } from './features/phone/join-page.ts'
import { RoomCodes } from './features/phone/room-codes.ts'
import { roomCodeOf } from './features/phone/room-shown.ts'
import { ticketGate } from './features/phone/ticket-gate.ts'
import { TicketLinks } from './features/phone/ticket-links.ts'
import { ticketManifest } from './features/phone/ticket-manifest.ts'
import { ticketRow } from './features/phone/ticket-row.ts'
import { PUBLIC_PATHS } from './features/public/page-address.ts'
import { publicPages } from './features/public/public-pages.ts'
import { publicProjection } from './features/public/public-projection.ts'
import { FiguresLive } from './features/reports/live/figures-live.ts'
import { Today } from './features/reports/live/today.ts'
import { RollupKeeper } from './features/reports/rollups/keep-rollups.ts'
import { officeCodes } from './features/offices/office-store.ts'
import { OfficePacks } from './features/room/office-packs.ts'
import { RoomFiles } from './features/room/room-files.ts'
import { RoomVoice } from './features/room/room-voice.ts'
import { roomFiles } from './features/room/voice-routes.ts'
import { Sounds } from './features/speech/sounds.ts'
import { soundFiles } from './features/speech/speech-routes.ts'
import { machineVoice } from './features/speech/voice.ts'
import { Sessions } from './features/staff/sessions.ts'
import { StaffNames } from './features/staff/staff-store.ts'
import { Metrics } from './features/system/metrics.ts'
import { systemRoutes } from './features/system/system-routes.ts'
import { startUpkeep } from './features/system/upkeep.ts'
import { liveGate } from './features/views.ts'
import { expressApp } from './http/express-app.ts'
import { publicPageLimit } from './http/limits.ts'
import { mountApi } from './http/mount-api.ts'
import { pages } from './http/pages.ts'
import { problemHandler, routeUnknown } from './http/problem-handler.ts'
import { createLiveServer, openGate } from './live/live-server.ts'
import { partyRoom, Publisher } from './live/publisher.ts'
import { RowPublisher } from './live/row-publisher.ts'
import { TicketPublisher } from './live/ticket-publisher.ts'
import type { Snapshot } from './office/asking.ts'
import { Door } from './office/door.ts'
import { NightTimer } from './office/night-timer.ts'
import { OfficeTimer } from './office/office-timer.ts'
import { LIVE_TIMES } from './protocol/events.ts'
import { routesOf } from './routes.ts'

export interface AppParts {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  /** Signs device tokens. */
  readonly secret: string
  readonly tls?: { readonly cert: string; readonly key: string }
}

export interface App {
  readonly http: Server
  readonly door: Door
  readonly devices: Devices
  readonly rollups: RollupKeeper
  /** Loads every office, and closes what an earlier day left behind. */
  open(): Promise<void>
  /** Stops taking requests, finishes what is under way, lets every screen go. */
  close(): Promise<void>
}

export async function createApp(parts: AppParts): Promise<App> {
  const { config, db, clock, log } = parts
  const express = expressApp(config, log)
  const http = parts.tls ? createHttps(parts.tls, express) : createHttp(express)
  const io = createLiveServer(http)

  const names = new StaffNames()
  await names.load(db.reader)
  const metrics = new Metrics()
  const projections = {
    desk: deskProjection((id) => names.of(id)),
    board: boardProjection,
    sign: signProjection,
    kiosk: kioskProjection,
    public: publicProjection,
  }
  const publisher = new Publisher<Snapshot>(io, projections, () => clock.now())
  const tickets = new TicketPublisher<Snapshot>(
    io,
    (office, visit) => ticketRow(office, visit, clock.now()),
    () => clock.now(),
  )
  const links = new TicketLinks(parts.secret)
  const codes = new RoomCodes(parts.secret)
  const pushKeys = new PushKeys(db)
  const { pushContact: contact, mode } = config
  const pushes =
    contact === null
      ? null
      : new PhonePushes({
          db,
          links,
          sender: new PushSender({ keys: pushKeys, contact, mode }),
          log,
        })
  const pushKey = async () => (pushes ? (await pushKeys.get()).publicKey : null)
  const night = new NightTimer(clock, (ask) => door.execute(ask), log)
  const timer = new OfficeTimer(clock, (ask) => door.execute(ask), log)
  const door = new Door({
    db,
    clock,
    commitDelay: config.commitDelay,
    onRowsRefused(error) {
      log.error({ err: error }, 'visits could not be written to their tables, the journal has them')
    },
    onCommit(commit) {
      const changed = toChanged(commit)
      publisher.publish(changed)
      tickets.publish(changed)
      pushes?.publish(changed)
      metrics.count(commit, waitingCount(commit.after.state))
      night.watch(commit.after.state)
      timer.watch(commit.after.state)
      rollups.follow(commit)
      figures.follow(commit)
    },
  })
  const rowsWritten = (): Promise<void> => door.rowsWritten()
  const rollups = new RollupKeeper({ db, clock, log, rowsWritten })
  const commands = new Commands(door, db)
  const rows = new RowPublisher(io, () => clock.now())
  const figures = new FiguresLive({
    publisher: rows,
    today: new Today(db),
    clock,
    commands,
    offices: () => door.loaded(),
    nameOf: (id) => names.of(id),
  })
  const roomCode = roomCodeOf(door, codes, clock)
  const sessions = new Sessions(db, clock)
  const devices = new Devices(db, clock, parts.secret)
  const enrolments = new Enrolments(db, clock, devices)
  const identity = new Identity(sessions, devices)
  const hangUp = (party: string): void => {
    io.in(partyRoom(party)).disconnectSockets(true)
  }

  const sounds = new Sounds(config.speech.folder, machineVoice(config.speech.voice))
  const files = new RoomFiles(config.mediaFolder)
  const packs = new OfficePacks(files)
  const voice = new RoomVoice(config.voicePacks, packs, sounds)

  const routes = routesOf({
    ...{ mode, db, clock, commands, publisher, tickets, names, sessions, devices, enrolments },
    ...{ links, codes, pushes, sounds, files, packs, voice, hangUp },
    regroup: (office) => {
      rollups.regroup(office)
    },
  })
  const isCurrent = (office: string, code: string) => codes.isCurrent(office, code, clock.now())
  mountApi(express, {
    routes,
    system: systemRoutes({ db, clock, limits: config.limits }),
    authenticate: identity.authenticate,
    limits: config.limits ? { isCurrent } : null,
  })
  express.get('/metrics', async (request, response) => {
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip ?? '')
    if (!isLocal) await identity.authenticate(request, 'manage-settings')
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  if (config.limits) express.get(PUBLIC_PATHS, publicPageLimit())
  express.use(soundFiles(sounds))
  express.use(roomFiles(files, voice))
  express.use(ticketManifest({ commands, links }))
  express.use(publicPages({ commands, db, clock, dev: config.dev }))
  express.use(
    await pages({
      dev: config.dev,
      filled: [
        ticketPage({ commands, links, publisher: tickets, pushKey }),
        joinPage({ commands, clock }),
      ],
    }),
  )
  express.use(routeUnknown)
  express.use(problemHandler(log, databaseProblem))

  openGate(
    io,
    liveGate(identity, commands, publisher, ticketGate(commands, links, tickets), figures),
  )
  const heart = setInterval(() => {
    publisher.beat()
    tickets.beat()
    rows.beat()
    publisher.showRoomCodes(roomCode)
  }, LIVE_TIMES.heartbeat)

  let stopUpkeep = (): Promise<void> => Promise.resolve()
  return {
    http,
    door,
    devices,
    rollups,
    async open() {
      stopUpkeep = await startUpkeep(db, clock, log)
      for (const code of await officeCodes(db.reader)) {
        const office = await door.snapshot(code)
        if (!office) continue
        await night.open(office.state)
        await timer.open((await door.snapshot(code))?.state ?? office.state)
      }
      await pushes?.open(door.loaded())
      // What a server that was killed had not written to the tables; if it cannot be, it waits.
      await door.rowsWritten().catch(() => undefined)
      rollups.open(await officeCodes(db.reader))
    },
    async close() {
      clearInterval(heart)
      night.stop()
      timer.stop()
      figures.stop()
      await stopUpkeep()
      enrolments.stop()
      await door.close()
      await rollups.close()
      await pushes?.close()
      await io.close()
    },
  }
}
