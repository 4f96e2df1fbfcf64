// What boards can say, and the files of waiting rooms: images, videos and sounds, at addresses that
// never change what they give. They are for everybody in the room, and nobody can guess them.
import { basename, dirname, join } from 'node:path'
import { Router, type Response } from 'express'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { Code } from '../../protocol/fields.ts'
import { VoiceManifest } from '../../protocol/room-contract.ts'
import type { Commands } from '../commands.ts'
import { OF_OFFICE } from './board-routes.ts'
import { hashIn } from './file-address.ts'
import type { RoomFiles } from './room-files.ts'
import type { RoomVoice } from './room-voice.ts'

export function voiceRoutes(commands: Commands, voice: RoomVoice): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/voice',
      summary: 'Which words the boards of the office can say, and the sounds of them.',
      permission: 'see-board',
      body: null,
      answers: { 200: VoiceManifest },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        return { status: 200, body: await voice.manifest(office) }
      },
    }),
  ]
}

export function roomFiles(files: RoomFiles, voice: RoomVoice): Router {
  const router = Router()
  const own = async (office: string, hash: string): Promise<string | null> => {
    const file = await files.find(office, hash)
    return file && join(files.at(office), file)
  }
  router.get('/media/:office/:name', async ({ params }, response) => {
    const { office, hash } = asked(params)
    await send(response, await own(office, hash))
  })
  router.get('/voice/:office/:name', async ({ params }, response) => {
    const { office, hash } = asked(params)
    await send(response, (await own(office, hash)) ?? (await voice.find(office, hash)))
  })
  return router
}

/** Throws `route-unknown` where no file of ours could be at this address. */
function asked({ office, name }: { office: string; name: string }): {
  office: string
  hash: string
} {
  const hash = hashIn(name)
  if (hash === null || !Code.safeParse(office).success) throw new AppError('route-unknown')
  return { office, hash }
}

/** Whole, or the range that is asked for. */
function send(response: Response, file: string | null): Promise<void> {
  if (file === null) throw new AppError('route-unknown')
  return new Promise((resolve, reject) => {
    response.sendFile(
      basename(file),
      { root: dirname(file), immutable: true, maxAge: '365d' },
      (error) => {
        const { status } = (error as { status?: number } | undefined) ?? {}
        if (error instanceof Error && status !== 416) reject(error)
        else if (status === 416) response.status(416).end(resolve)
        else resolve()
      },
    )
  })
}
