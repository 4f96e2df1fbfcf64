// What the boards of an office tell people. A board shows each at its time by itself: it knows the
// server's clock and the whole list, so that this goes on while it is cut off.
import type { Notice } from '../../domain/room.ts'
import { route, type Route } from '../../http/route.ts'
import * as wire from '../../protocol/room-contract.ts'
import type { Commands } from '../commands.ts'
import { about, OF_OFFICE } from './board-routes.ts'
import { noticeInfo } from './room-rows.ts'

function toNotice(id: string, body: wire.PutNotice): Notice {
  const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text))
  return { ...body, id, from: instant(body.from), until: instant(body.until) }
}

export function noticeRoutes(commands: Commands): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/notices',
      summary: 'What the boards of the office tell people, now or at their time.',
      permission: 'see-board',
      body: null,
      answers: { 200: wire.NoticesAnswer },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        const notices = office.state.room.notices.map(noticeInfo)
        return { status: 200, body: { ...about(office), notices } }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/notices',
      summary: 'Put up a notice, from a time to a time; urgent ones interrupt.',
      permission: 'manage-room',
      body: wire.PutNotice,
      answers: { 201: wire.NoticeAnswer },
      problems: [...OF_OFFICE, 'room-full', 'key-reused'],
      async handle(call) {
        const notice = toNotice(commands.newId(), call.body)
        const { office, facts } = await commands.ask(call, call.params.office ?? '', {
          ...{ do: 'put-notice', notice, isNew: true },
        })
        // Asked again under the same key: it is the one that was put up then.
        const put = facts.map(({ body }) => body).find((body) => body.type === 'notice-put')
        return {
          status: 201,
          body: { ...about(office), notice: noticeInfo(put?.notice ?? notice) },
        }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/notices/{notice}',
      summary: 'Change a notice.',
      permission: 'manage-room',
      body: wire.PutNotice,
      answers: { 200: wire.NoticeAnswer },
      problems: [...OF_OFFICE, 'notice-unknown', 'key-reused'],
      async handle(call) {
        const notice = toNotice(call.params.notice ?? '', call.body)
        const { office } = await commands.ask(call, call.params.office ?? '', {
          ...{ do: 'put-notice', notice, isNew: false },
        })
        return { status: 200, body: { ...about(office), notice: noticeInfo(notice) } }
      },
    }),
    route({
      method: 'delete',
      path: '/offices/{office}/notices/{notice}',
      summary: 'Take a notice down.',
      permission: 'manage-room',
      body: null,
      answers: { 204: null },
      problems: [...OF_OFFICE, 'notice-unknown', 'key-reused'],
      async handle(call) {
        const { office = '', notice = '' } = call.params
        await commands.ask(call, office, { do: 'remove-notice', notice })
        return { status: 204 }
      },
    }),
  ]
}
