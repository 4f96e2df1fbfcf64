// Every route of /api/v1, with the parts that each is made of.
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connect.ts'
import { checkInRoutes } from './features/check-in/check-in-routes.ts'
import { offlineRoutes } from './features/check-in/offline-routes.ts'
import { paperRoutes } from './features/check-in/paper-routes.ts'
import { costRoutes } from './features/cost/cost-routes.ts'
import { paidHoursRoutes } from './features/cost/paid-hours-routes.ts'
import { rateRoutes } from './features/cost/rate-routes.ts'
import { alarmRoutes } from './features/desk/alarm-routes.ts'
import { deskRoutes } from './features/desk/desk-routes.ts'
import { floorRoutes } from './features/desk/floor-routes.ts'
import { storyRoutes } from './features/desk/story-routes.ts'
import { visitRoutes } from './features/desk/visit-routes.ts'
import { deviceRoutes } from './features/devices/device-routes.ts'
import { enrolmentRoutes } from './features/devices/enrolment-routes.ts'
import { healthRoutes } from './features/devices/health-routes.ts'
import { intakeRoutes } from './features/intake/intake-routes.ts'
import { messageRoutes } from './features/messages/message-routes.ts'
import { pushRoutes } from './features/phone/push-routes.ts'
import { joinRoutes } from './features/phone/join-routes.ts'
import { reportWordsRoutes } from './features/reports/words-routes.ts'
import { agentGroupRoutes } from './features/reports/agent-group-routes.ts'
import { reportRoutes } from './features/reports/report-routes.ts'
import { ticketRoutes } from './features/phone/ticket-routes.ts'
import { officeRoutes } from './features/offices/office-routes.ts'
import { boardRoutes } from './features/room/board-routes.ts'
import { mediaRoutes } from './features/room/media-routes.ts'
import { noticeRoutes } from './features/room/notice-routes.ts'
import { packRoutes } from './features/room/pack-routes.ts'
import { recordingRoutes } from './features/room/recording-routes.ts'
import { qualityRoutes } from './features/quality/quality-routes.ts'
import { staffRoutes } from './features/staff/staff-routes.ts'
import { HealthOfDevices } from './features/devices/device-health.ts'
import type { Devices } from './features/devices/devices.ts'
import type { Enrolments } from './features/devices/enrolments.ts'
import { OfflineSeries } from './features/check-in/offline-series.ts'
import type { Commands } from './features/commands.ts'
import type { PhonePushes } from './features/phone/phone-pushes.ts'
import type { RoomCodes } from './features/phone/room-codes.ts'
import type { TicketLinks } from './features/phone/ticket-links.ts'
import type { OfficePacks } from './features/room/office-packs.ts'
import type { RoomFiles } from './features/room/room-files.ts'
import type { RoomVoice } from './features/room/room-voice.ts'
import { voiceRoutes } from './features/room/voice-routes.ts'
import type { Sounds } from './features/speech/sounds.ts'
import { speechRoutes } from './features/speech/speech-routes.ts'
import type { Sessions } from './features/staff/sessions.ts'
import type { StaffNames } from './features/staff/staff-store.ts'
import { viewRoutes } from './features/views.ts'
import type { Route } from './http/route.ts'
import type { Publisher } from './live/publisher.ts'
import type { TicketPublisher } from './live/ticket-publisher.ts'
import type { Snapshot } from './office/asking.ts'

export interface RouteParts {
  readonly mode: Config['mode']
  readonly db: Database
  readonly clock: Clock
  readonly commands: Commands
  readonly publisher: Publisher<Snapshot>
  readonly tickets: TicketPublisher<Snapshot>
  readonly names: StaffNames
  readonly sessions: Sessions
  readonly devices: Devices
  readonly enrolments: Enrolments
  readonly links: TicketLinks
  readonly codes: RoomCodes
  readonly pushes: PhonePushes | null
  readonly sounds: Sounds
  readonly files: RoomFiles
  readonly packs: OfficePacks
  readonly voice: RoomVoice
  /** To be told when an office's agents are in other groups. */
  readonly regroup: (office: string) => void
  /** Ends every connection of a member of staff or a device. */
  readonly hangUp: (party: string) => void
}

export function routesOf(parts: RouteParts): Route[] {
  const { mode, db, clock, commands, publisher, tickets, names, sessions } = parts
  const {
    devices,
    enrolments,
    links,
    codes,
    pushes,
    sounds,
    files,
    packs,
    voice,
    regroup,
    hangUp,
  } = parts
  const isProduction = mode === 'production'
  const nameOf = (id: string): string | null => names.of(id)
  const newId = (): string => commands.newId()
  return [
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
    ...storyRoutes(commands, db, nameOf),
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
    ...agentGroupRoutes({ db, clock, newId, onNamed: regroup }),
    ...qualityRoutes(commands, { db, clock, nameOf }),
    ...paidHoursRoutes({ db, clock }),
    ...rateRoutes({ db, clock, nameOf, newId }),
    ...reportWordsRoutes({ db, clock }),
    ...speechRoutes(commands, sounds),
    ...boardRoutes(commands, devices),
    ...noticeRoutes(commands),
    ...mediaRoutes(commands, files),
    ...recordingRoutes(commands, files),
    ...packRoutes(commands, files, packs),
    ...voiceRoutes(commands, voice),
  ]
}
