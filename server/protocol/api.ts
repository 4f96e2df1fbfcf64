// What can be asked of the server, one method a route, for screens and programs.
import type { z } from 'zod'
import type * as cost from './cost-contract.ts'
import type * as device from './device-contract.ts'
import type { AgentGroups, AgentGroupsKnown } from './agent-groups.ts'
import type * as figures from './figures.ts'
import { createHttpClient, type ApiOptions } from './http-client.ts'
import type * as room from './room-contract.ts'
import type { Language } from '../domain/settings.ts'
import type { Sentences, Sounds } from './speech-contract.ts'
import type * as ask from './requests.ts'
import type { Join, JoinView } from './join-view.ts'
import type { PushSubscription } from './push-contract.ts'
import type * as report from './report-contract.ts'
import type { ReportWords } from './report-words.ts'
import type { TicketView } from './ticket-view.ts'
import type * as view from './views.ts'

type In<Schema extends z.ZodType> = z.input<Schema>

export { ApiError, type ApiOptions, type TakenFile } from './http-client.ts'
export type Api = ReturnType<typeof createApi>

export function createApi(options: ApiOptions = {}) {
  const { request, file } = createHttpClient(options)
  const office = (code: string): string => `/offices/${encodeURIComponent(code)}`
  const move =
    <Body>(name: string) =>
    (visit: string, body: Body, key?: string) =>
      request<view.VisitAnswer>('POST', `/visits/${encodeURIComponent(visit)}/${name}`, body, key)

  return {
    signIn: (body: ask.SignIn) => request<view.SignedIn>('POST', '/sign-in', body),
    signOut: () => request<null>('POST', '/sign-out', {}),
    me: () => request<view.Me>('GET', '/me'),
    /** Every office there is: a visit may be transferred to any of them. */
    offices: () => request<view.OfficeNames>('GET', '/offices'),

    addVisit: (code: string, body: In<typeof ask.NewVisit>, key?: string) =>
      request<view.TicketAnswer & Partial<view.VisitAnswer>>(
        'POST',
        `${office(code)}/visits`,
        body,
        key,
      ),
    /** Null: nobody waits whom this agent may take. */
    callNext: (code: string, counter: string, key?: string) =>
      request<view.VisitAnswer | null>('POST', `${office(code)}/call-next`, { counter }, key),
    desk: (code: string) => request<view.DeskView>('GET', `${office(code)}/desk`),
    board: (code: string) => request<view.BoardView>('GET', `${office(code)}/board`),
    kiosk: (code: string) => request<view.KioskView>('GET', `${office(code)}/kiosk`),
    takeCounter: (code: string, body: In<typeof ask.TakeCounter>) =>
      request<view.AgentAnswer>('PUT', `${office(code)}/agent/counter`, body),
    changeAvailability: (code: string, body: In<typeof ask.ChangeAvailability>) =>
      request<view.AgentAnswer>('PUT', `${office(code)}/agent/availability`, body),
    leaveCounter: (code: string, body: In<typeof ask.LeaveCounter> = {}) =>
      request<view.AgentAnswer>('DELETE', `${office(code)}/agent`, body),
    countDoor: (code: string, people: number) =>
      request<z.infer<typeof view.OfficeDoor>>('PUT', `${office(code)}/door`, { people }),
    /** No more tickets for a service, or for anything. */
    stopIntake: (code: string, body: In<typeof ask.StopIntake>, key?: string) =>
      request<view.IntakeAnswer>('POST', `${office(code)}/intake/stop`, body, key),
    resumeIntake: (code: string, body: In<typeof ask.ResumeIntake> = {}, key?: string) =>
      request<view.IntakeAnswer>('POST', `${office(code)}/intake/resume`, body, key),
    enterPaperTicket: (code: string, body: In<typeof ask.NewPaperTicket>, key?: string) =>
      request<view.VisitAnswer>('POST', `${office(code)}/paper-tickets`, body, key),
    /** From which series this kiosk, with this storage, numbers while it is cut off. */
    offlineSeries: (code: string, store: string) =>
      request<z.infer<typeof view.OfflineSeriesAnswer>>('POST', `${office(code)}/offline-series`, {
        store,
      }),
    /** `key`: of the request that had no answer, or of the ticket. */
    joinOffline: (code: string, body: In<typeof ask.NewOfflineTicket>, key: string) =>
      request<view.OfflineJoined>('POST', `${office(code)}/offline-tickets`, body, key),
    frequentServices: (code: string) =>
      request<view.FrequentServices>('GET', `${office(code)}/frequent-services`),
    /** Sounds of what a kiosk says aloud. */
    speech: (code: string, body: Sentences) =>
      request<Sounds>('POST', `${office(code)}/speech`, body),
    sign: (code: string) => request<view.SignView>('GET', `${office(code)}/sign`),
    /** Where the sounds of a spoken call are. */
    voice: (code: string) => request<room.VoiceManifest>('GET', `${office(code)}/voice`),
    boards: (code: string) =>
      request<z.infer<typeof room.BoardsAnswer>>('GET', `${office(code)}/boards`),
    putBoard: (code: string, board: string, body: In<typeof room.PutBoard>) =>
      request<z.infer<typeof room.BoardAnswer>>('PUT', `${office(code)}/boards/${board}`, body),
    removeBoard: (code: string, board: string) =>
      request<null>('DELETE', `${office(code)}/boards/${board}`),
    notices: (code: string) =>
      request<z.infer<typeof room.NoticesAnswer>>('GET', `${office(code)}/notices`),
    addNotice: (code: string, body: In<typeof room.PutNotice>, key?: string) =>
      request<z.infer<typeof room.NoticeAnswer>>('POST', `${office(code)}/notices`, body, key),
    putNotice: (code: string, notice: string, body: In<typeof room.PutNotice>) =>
      request<z.infer<typeof room.NoticeAnswer>>('PUT', `${office(code)}/notices/${notice}`, body),
    removeNotice: (code: string, notice: string) =>
      request<null>('DELETE', `${office(code)}/notices/${notice}`),
    media: (code: string) =>
      request<z.infer<typeof room.MediaAnswer>>('GET', `${office(code)}/media`),
    /** An image or a video: its kind is seen from its bytes. */
    addMedium: (code: string, name: string, file: Blob) =>
      request<z.infer<typeof room.MediumAnswer>>(
        'POST',
        `${office(code)}/media?name=${encodeURIComponent(name)}`,
        file,
      ),
    putMedium: (code: string, medium: string, body: In<typeof room.PutMedium>) =>
      request<z.infer<typeof room.MediumAnswer>>('PUT', `${office(code)}/media/${medium}`, body),
    removeMedium: (code: string, medium: string) =>
      request<null>('DELETE', `${office(code)}/media/${medium}`),
    orderPlaylist: (code: string, media: string[]) =>
      request<z.infer<typeof room.MediaAnswer>>('PUT', `${office(code)}/playlist`, { media }),
    recordings: (code: string) =>
      request<z.infer<typeof room.RecordingsAnswer>>('GET', `${office(code)}/recordings`),
    putRecording: (code: string, language: string, word: string, file: Blob) =>
      request<z.infer<typeof room.RecordingAnswer>>(
        'PUT',
        `${office(code)}/recordings/${language}/${word}`,
        file,
      ),
    removeRecording: (code: string, language: string, word: string) =>
      request<null>('DELETE', `${office(code)}/recordings/${language}/${word}`),
    voicePacks: (code: string) =>
      request<z.infer<typeof room.VoicePacksAnswer>>('GET', `${office(code)}/voice-packs`),
    /** A zip or tar.gz. `language`: where no folder in it says it. */
    addVoicePack: (code: string, archive: Blob, language?: Language) =>
      request<z.infer<typeof room.VoicePackAdded>>(
        'POST',
        `${office(code)}/voice-packs${language ? `?language=${language}` : ''}`,
        archive,
      ),
    removeVoicePack: (code: string, language: Language) =>
      request<null>('DELETE', `${office(code)}/voice-packs/${language}`),
    callHelp: (code: string) => request<view.AlarmAnswer>('POST', `${office(code)}/alarms`, {}),
    acceptHelp: (code: string, alarm: string) =>
      request<view.AlarmAnswer>('POST', `${office(code)}/alarms/${alarm}/accept`, {}),
    endHelp: (code: string, alarm: string) =>
      request<view.AlarmAnswer>('POST', `${office(code)}/alarms/${alarm}/end`, {}),
    /** Messages to me that I have not read. */
    messages: (code: string) => request<view.StaffMessages>('GET', `${office(code)}/messages`),
    sendMessage: (code: string, body: In<typeof ask.Message>, key?: string) =>
      request<view.StaffMessage>('POST', `${office(code)}/messages`, body, key),
    readMessage: (code: string, message: string) =>
      request<null>('POST', `${office(code)}/messages/${message}/read`, {}),

    /** How the devices of the office are, as far as they have said. */
    devicesHealth: (code: string) =>
      request<device.DevicesHealth>('GET', `${office(code)}/device-health`),
    /** A device says how it is. */
    reportHealth: (body: In<typeof device.DeviceReport>) =>
      request<null>('POST', '/devices/self/health', body),
    /** A device that is new asks for a code to show. */
    askEnrolment: (body: In<typeof device.AskEnrolment>) =>
      request<device.Enrolment>('POST', '/enrolments', body),
    /** Answers as soon as the code is approved, or that it is still waiting after some 20 s. */
    awaitEnrolment: (body: In<typeof device.AwaitEnrolment>) =>
      request<device.EnrolmentAnswer>('POST', '/enrolments/wait', body),

    /** Joining by phone: at once with the code on the board, from afar without. */
    joinView: (code: string) => request<JoinView>('GET', `${office(code)}/join`),
    join: (code: string, body: In<typeof Join>, key?: string) =>
      request<view.TicketAnswer>('POST', `${office(code)}/join`, body, key),
    /** Who joined from afar is here, by the code on the board. */
    arriveByCode: (token: string, code: string, key?: string) =>
      request<TicketView>('POST', `/tickets/${token}/arrive`, { code }, key),
    /** The same, seen by staff or at a kiosk. */
    arrive: move<In<typeof ask.Nothing>>('arrive'),
    /** A ticket, and what its own citizen may do, by the token of its link. */
    ticket: (token: string) => request<TicketView>('GET', `/tickets/${token}`),
    /** Tells this phone of its ticket while the page is closed. */
    tellPhone: (token: string, subscription: PushSubscription) =>
      request<null>('POST', `/tickets/${token}/push`, { subscription }),
    stopTelling: (token: string, endpoint: string) =>
      request<null>('DELETE', `/tickets/${token}/push`, { endpoint }),
    leaveQueue: (token: string, key?: string) =>
      request<TicketView>('POST', `/tickets/${token}/leave`, {}, key),
    askMoreTime: (token: string, key?: string) =>
      request<TicketView>('POST', `/tickets/${token}/more-time`, {}, key),

    visit: (visit: string) =>
      request<view.VisitAnswer>('GET', `/visits/${encodeURIComponent(visit)}`),
    call: move<In<typeof ask.Call>>('call'),
    recall: move<In<typeof ask.Nothing>>('recall'),
    begin: move<In<typeof ask.Begin>>('begin'),
    hold: move<In<typeof ask.Hold>>('hold'),
    return: move<In<typeof ask.Return>>('return'),
    transfer: move<In<typeof ask.Transfer>>('transfer'),
    finish: move<In<typeof ask.Finish>>('finish'),
    noShow: move<In<typeof ask.Nothing>>('no-show'),
    leave: move<In<typeof ask.Nothing>>('leave'),
    undo: move<In<typeof ask.Nothing>>('undo'),
    assign: move<In<typeof ask.Assign>>('assign'),
    reorder: move<In<typeof ask.Reorder>>('reorder'),
    bringBack: move<In<typeof ask.BringBack>>('bring-back'),
    correct: move<In<typeof ask.Correct>>('correct'),
    markTimesWrong: move<In<typeof ask.Nothing>>('mark-times-wrong'),
    /** The offices whose figures one may see, and the words they are split by. */
    reportWords: () => request<ReportWords>('GET', '/report-words'),
    /** What every figure means, in both languages. */
    definitions: () => request<report.Definitions>('GET', '/definitions'),
    figures: (body: In<typeof figures.FigureAsk>) =>
      request<figures.FigureAnswer>('POST', '/figures', body),
    compareFigures: (body: In<typeof report.FigureComparison>) =>
      request<report.FiguresCompared>('POST', '/figures/compare', body),
    /** The visits behind a number, a page at a time. */
    visitsBehind: (body: In<typeof report.VisitsAsk>) =>
      request<report.VisitsBehind>('POST', '/figures/visits', body),
    figuresFile: (body: In<typeof report.FiguresFileAsk>) => file('/figures/file', body),
    visitsFile: (body: In<typeof report.VisitsFileAsk>) => file('/figures/visits/file', body),
    /** One agent's own; for them and their manager, where the office wants it. */
    agentFigures: (code: string, body: In<typeof report.AgentFiguresAsk>) =>
      request<figures.FigureAnswer>('POST', `${office(code)}/agent-figures`, body),
    agentGroups: (code: string) => request<AgentGroupsKnown>('GET', `${office(code)}/agent-groups`),
    setAgentGroups: (code: string, body: In<typeof AgentGroups>) =>
      request<AgentGroups>('PUT', `${office(code)}/agent-groups`, body),
    /** Flagged visits that somebody should look into. */
    doubtedVisits: (code: string, body: In<typeof report.QualityAsk>) =>
      request<report.QualityList>('POST', `${office(code)}/doubted-visits`, body),
    lookInto: (visit: string, body: In<typeof report.LookInto>, key?: string) =>
      request<report.LookIntoAnswer>(
        'POST',
        `/visits/${encodeURIComponent(visit)}/look-into`,
        body,
        key,
      ),
    qualityScores: (body: In<typeof report.QualityScoresAsk>) =>
      request<report.QualityScores>('POST', '/quality-scores', body),
    costStatement: (body: In<typeof cost.CostAsk>) =>
      // Worked out from every visit: a year takes its time.
      request<cost.CostStatement>('POST', '/cost', body, null, 300_000),
    costFile: (body: In<typeof cost.CostFileAsk>) => file('/cost/file', body),
    rates: () => request<cost.Rates>('GET', '/rates'),
    addRate: (body: In<typeof cost.NewRate>, key?: string) =>
      request<cost.Rate>('POST', '/rates', body, key),
    paidDay: (code: string, day: string) =>
      request<cost.PaidDay>('GET', `${office(code)}/paid-shifts/${encodeURIComponent(day)}`),
    planShifts: (code: string, body: In<typeof cost.PaidShifts>, key?: string) =>
      request<cost.PaidHoursRead>('PUT', `${office(code)}/paid-shifts`, body, key),
    sendPaidHours: (code: string, body: In<typeof cost.PaidHoursFile>, key?: string) =>
      request<cost.PaidHoursRead>('POST', `${office(code)}/paid-hours`, body, key),
    /** What happened to it, fact by fact; for managers. */
    story: (visit: string) =>
      request<view.VisitStory>('GET', `/visits/${encodeURIComponent(visit)}/story`),
    /** Visits of today that ended, newest first: to be brought back or corrected. */
    ended: (code: string) => request<view.EndedVisits>('GET', `${office(code)}/ended-visits`),
    addRequest: move<In<typeof ask.AddRequest>>('requests'),
    changeVisit: (visit: string, body: In<typeof ask.ChangeVisit>, key?: string) =>
      request<view.VisitAnswer>('PATCH', `/visits/${encodeURIComponent(visit)}`, body, key),
    /** What another system says of the person; whoever serves is shown it. */
    putCard: (visit: string, body: In<typeof ask.PutCard>, key?: string) =>
      request<view.VisitAnswer>('PUT', `/visits/${encodeURIComponent(visit)}/card`, body, key),
    forgetCard: (visit: string, key?: string) =>
      request<view.VisitAnswer>('DELETE', `/visits/${encodeURIComponent(visit)}/card`, {}, key),
  }
}
