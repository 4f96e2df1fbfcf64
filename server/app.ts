// Puts the parts together: Express and Socket.IO over one door. It does not listen; the program and
// the tests share it.
import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import compression from 'compression'
import express, { Router, type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connect.ts'
import { databaseProblem } from './db/database-problem.ts'
import { waitingCount } from './domain/state.ts'
import { toChanged } from './features/board/announcements.ts'
import { boardProjection } from './features/board/board-projection.ts'
import { signProjection } from './features/board/sign-projection.ts'
import { checkInRoutes } from './features/check-in/check-in-routes.ts'
import { kioskProjection } from './features/check-in/kiosk-projection.ts'
import { offlineRoutes } from './features/check-in/offline-routes.ts'
import { OfflineSeries } from './features/check-in/offline-series.ts'
import { paperRoutes } from './features/check-in/paper-routes.ts'
import { Commands } from './features/commands.ts'
import { costRoutes } from './features/cost/cost-routes.ts'
import { paidHoursRoutes } from './features/cost/paid-hours-routes.ts'
import { rateRoutes } from './features/cost/rate-routes.ts'
import { deskProjection } from './features/desk/desk-projection.ts'
import { alarmRoutes } from './features/desk/alarm-routes.ts'
import { deskRoutes } from './features/desk/desk-routes.ts'
import { floorRoutes } from './features/desk/floor-routes.ts'
import { storyRoutes } from './features/desk/story-routes.ts'
import { visitRoutes } from './features/desk/visit-routes.ts'
import { deviceRoutes } from './features/devices/device-routes.ts'
import { HealthOfDevices } from './features/devices/device-health.ts'
import { Devices } from './features/devices/devices.ts'
import { enrolmentRoutes } from './features/devices/enrolment-routes.ts'
import { Enrolments } from './features/devices/enrolments.ts'
import { healthRoutes } from './features/devices/health-routes.ts'
import { Identity } from './features/identity.ts'
import { intakeRoutes } from './features/intake/intake-routes.ts'
import { messageRoutes } from './features/messages/message-routes.ts'
import { PhonePushes } from './features/phone/phone-pushes.ts'
import { PushKeys } from './features/phone/push-keys.ts'
import { pushRoutes } from './features/phone/push-routes.ts'
import { PushSender } from './features/phone/push-sender.ts'
import { ticketPage } from './features/phone/ticket-page.ts'
import { joinPage } from './features/phone/join-page.ts'
import { joinRoutes } from './features/phone/join-routes.ts'
import { reportWordsRoutes } from './features/reports/words-routes.ts'
import { agentGroupRoutes } from './features/reports/agent-group-routes.ts'
import { reportRoutes } from './features/reports/report-routes.ts'
import { RoomCodes } from './features/phone/room-codes.ts'
import { roomCodeOf } from './features/phone/room-shown.ts'
import { ticketGate } from './features/phone/ticket-gate.ts'
import { TicketLinks } from './features/phone/ticket-links.ts'
import { ticketManifest } from './features/phone/ticket-manifest.ts'
import { ticketRoutes } from './features/phone/ticket-routes.ts'
import { ticketRow } from './features/phone/ticket-row.ts'
import { PUBLIC_PATHS } from './features/public/page-address.ts'
import { publicPages } from './features/public/public-pages.ts'
import { publicProjection } from './features/public/public-projection.ts'
import { officeRoutes } from './features/offices/office-routes.ts'
import { FiguresLive } from './features/reports/live/figures-live.ts'
import { Today } from './features/reports/live/today.ts'
import { RollupKeeper } from './features/reports/rollups/keep-rollups.ts'
import { officeCodes } from './features/offices/office-store.ts'
import { boardRoutes } from './features/room/board-routes.ts'
import { mediaRoutes } from './features/room/media-routes.ts'
import { noticeRoutes } from './features/room/notice-routes.ts'
import { OfficePacks } from './features/room/office-packs.ts'
import { packRoutes } from './features/room/pack-routes.ts'
import { recordingRoutes } from './features/room/recording-routes.ts'
import { RoomFiles } from './features/room/room-files.ts'
import { RoomVoice } from './features/room/room-voice.ts'
import { roomFiles, voiceRoutes } from './features/room/voice-routes.ts'
import { qualityRoutes } from './features/quality/quality-routes.ts'
import { Sounds } from './features/speech/sounds.ts'
import { soundFiles, speechRoutes } from './features/speech/speech-routes.ts'
import { machineVoice } from './features/speech/voice.ts'
import { Sessions } from './features/staff/sessions.ts'
import { staffRoutes } from './features/staff/staff-routes.ts'
import { StaffNames } from './features/staff/staff-store.ts'
import { Metrics } from './features/system/metrics.ts'
import { systemRoutes } from './features/system/system-routes.ts'
import { startUpkeep } from './features/system/upkeep.ts'
import { liveGate, viewRoutes } from './features/views.ts'
import { docsPage } from './http/docs-page.ts'
import { arriveLimit, joinLimits } from './http/join-limits.ts'
import { jsonBody } from './http/json-body.ts'
import {
  approvalLimit,
  commandLimit,
  enrolmentLimit,
  publicPageLimit,
  signInLimits,
} from './http/limits.ts'
import { loggedAddress } from './http/logged-address.ts'
import { openApi } from './http/openapi.ts'
import { pages } from './http/pages.ts'
import { giveRequestId, problemHandler, routeUnknown } from './http/problem-handler.ts'
import { mountRoutes } from './http/route.ts'
import { createLiveServer, openGate } from './live/live-server.ts'
import { partyRoom, Publisher } from './live/publisher.ts'
import { RowPublisher } from './live/row-publisher.ts'
import { TicketPublisher } from './live/ticket-publisher.ts'
import type { Snapshot } from './office/asking.ts'
import { Door } from './office/door.ts'
import { NightTimer } from './office/night-timer.ts'
import { OfficeTimer } from './office/office-timer.ts'
import { LIVE_TIMES } from './protocol/events.ts'

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

const VERSION = '0.1.0'

export async function createApp(parts: AppParts): Promise<App> {
  const { config, db, clock, log } = parts
  const express = expressApp(parts)
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
  const isProduction = config.mode === 'production'
  const hangUp = (party: string): void => {
    io.in(partyRoom(party)).disconnectSockets(true)
  }

  const sounds = new Sounds(config.speech.folder, machineVoice(config.speech.voice))
  const files = new RoomFiles(config.mediaFolder)
  const packs = new OfficePacks(files)
  const voice = new RoomVoice(config.voicePacks, packs, sounds)

  const routes = [
    ...staffRoutes({ db, sessions, names, isProduction, onSignedOut: hangUp }),
    ...checkInRoutes(commands, (visit) => links.pathOf(visit)),
    ...offlineRoutes(commands, new OfflineSeries(db, clock)),
    ...paperRoutes(commands),
    ...deskRoutes(commands),
    ...floorRoutes(commands, db),
    ...alarmRoutes(commands),
    ...intakeRoutes(commands),
    ...messageRoutes(commands, { db, clock, names, tell: publisher.deliver.bind(publisher) }),
    ...visitRoutes(commands),
    ...storyRoutes(commands, db, (id) => names.of(id)),
    ...viewRoutes(commands, publisher),
    ...ticketRoutes({ commands, links, publisher: tickets }),
    ...pushRoutes({ commands, links, db, clock, mode, pushes }),
    ...joinRoutes({ commands, links, publisher: tickets, codes, clock }),
    ...deviceRoutes(commands, devices, hangUp),
    ...enrolmentRoutes(commands, enrolments),
    ...healthRoutes(commands, {
      devices,
      health: new HealthOfDevices(db, clock),
      tell: publisher.deliverHealth.bind(publisher),
      restart: publisher.restart.bind(publisher),
    }),
    ...officeRoutes(commands),
    ...costRoutes({ db, clock }),
    ...reportRoutes({ db, clock }),
    ...agentGroupRoutes({ db, clock, newId: () => commands.newId() }),
    ...qualityRoutes(commands, { db, clock, nameOf: (id) => names.of(id) }),
    ...paidHoursRoutes({ db, clock }),
    ...rateRoutes({ db, clock, nameOf: (id) => names.of(id), newId: () => commands.newId() }),
    ...reportWordsRoutes({ db, clock }),
    ...speechRoutes(commands, sounds),
    ...boardRoutes(commands, devices),
    ...noticeRoutes(commands),
    ...mediaRoutes(commands, files),
    ...recordingRoutes(commands, files),
    ...packRoutes(commands, files, packs),
    ...voiceRoutes(commands, voice),
  ]
  const system = systemRoutes({ db, clock, limits: config.limits })
  const api = Router()
  if (config.limits) api.post('/sign-in', ...signInLimits())
  if (config.limits) api.post('/enrolments', enrolmentLimit())
  if (config.limits) api.post('/offices/:office/device-approvals', approvalLimit())
  if (config.limits) {
    const isCurrent = (office: string, code: string) => codes.isCurrent(office, code, clock.now())
    api.post('/offices/:office/join', ...joinLimits(isCurrent))
    api.post('/tickets/:token/arrive', arriveLimit())
  }
  if (config.limits) api.use(commandLimit())
  mountRoutes(api, routes, identity.authenticate)
  express.use('/api/v1', api)
  const unversioned = Router()
  mountRoutes(unversioned, system, identity.authenticate)
  const document = openApi(
    [
      ...routes.map((each) => ({ ...each, path: `/api/v1${each.path}` })),
      ...system.map((each) => ({ ...each, path: `/api${each.path}` })),
    ],
    VERSION,
  )
  unversioned.get('/openapi.json', compression(), (_request, response) => {
    response.json(document)
  })
  unversioned.get('/docs', compression(), (_request, response) => {
    response.type('html').send(docsPage(document))
  })
  express.use('/api', unversioned)
  express.use('/api', routeUnknown)
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

/** What every request meets first. */
function expressApp({ config, log }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  if (config.trustedProxy) app.set('trust proxy', config.trustedProxy.split(/[ ,]+/))
  app.use(giveRequestId)
  if (['info', 'debug'].includes(config.logLevel)) {
    const redact = [
      'req.headers.authorization',
      'req.headers.cookie',
      'req.params',
      'req.headers.referer',
    ]
    const req = (request: { url: string }) => ({ ...request, url: loggedAddress(request.url) })
    app.use(pinoHttp({ logger: log, redact, serializers: { req } }))
  }
  // Answers of the API are never shown as a page: one header is what they need.
  app.use('/api/v1', (_request, response, next) => {
    response.set('x-content-type-options', 'nosniff')
    next()
  })
  app.use(
    /^(?!\/api\/v1\/)/,
    helmet({
      contentSecurityPolicy: config.dev
        ? false
        : {
            directives: {
              'connect-src': ["'self'"],
              // Kiosks play, and boards show, what they keep.
              'media-src': ["'self'", 'blob:'],
              'img-src': ["'self'", 'data:', 'blob:'],
              'upgrade-insecure-requests': null,
            },
          },
      strictTransportSecurity: config.mode === 'production',
    }),
  )
  app.use('/api', ...jsonBody)
  return app
}
