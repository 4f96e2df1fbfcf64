// A screen that watches the whole day and keeps count of what it was told: of each call of each
// visit how often, and whether it ever missed a change. A board is told of a call as a moment, a
// desk as a row that is `called`.
import { io, type Socket } from 'socket.io-client'
import { applyChange, rowsPut } from '../../protocol/changes.ts'
import {
  CONTRACT,
  type ClientToServer,
  type OfficeChanged,
  type ServerToClient,
  type ViewOf,
  type Watched,
} from '../../protocol/events.ts'

type Audience = 'desk' | 'board'

export class Witness<A extends Audience = Audience> {
  readonly name: string
  readonly calls = new Map<string, number>()
  /** Changes that did not follow the view: each one asked for the whole view again. */
  gaps = 0
  cuts = 0
  readonly #as: A
  readonly #office: string
  readonly #socket: Socket<ServerToClient, ClientToServer>
  readonly #onView: (() => void) | undefined
  #view: ViewOf[A] | null = null

  private constructor(url: string, name: string, watch: Watch<A>) {
    this.name = name
    this.#as = watch.as
    this.#office = watch.office
    this.#onView = watch.onView
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: (give) => {
        give({ contract: CONTRACT, token: watch.token() })
      },
    })
    this.#socket.on('office:changed', (change) => {
      this.#take(change)
    })
    this.#socket.on('call:announced', ({ visit }) => {
      if (this.#as === 'board') this.#count(visit)
    })
    this.#socket.on('disconnect', () => {
      this.cuts += 1
    })
  }

  /** Begins to watch; resolves with the first whole view. */
  static async watching<A extends Audience>(
    url: string,
    name: string,
    watch: Watch<A>,
  ): Promise<Witness<A>> {
    const witness = new Witness(url, name, watch)
    await new Promise<void>((resolve, reject) => {
      witness.#socket.on('connect', () => {
        witness.#ask().then(resolve, reject)
      })
      witness.#socket.on('connect_error', reject)
    })
    return witness
  }

  /** The view as last told. */
  get view(): ViewOf[A] {
    if (!this.#view) throw new Error(`${this.name} has no view yet`)
    return this.#view
  }

  stop(): void {
    this.#socket.off('disconnect')
    this.#socket.disconnect()
  }

  async #ask(): Promise<void> {
    const watched = (await this.#socket
      .timeout(30_000)
      .emitWithAck('office:watch', { office: this.#office, as: this.#as })) as Watched
    if (!watched.ok) throw new Error(`${this.name} may not watch: ${watched.problem.detail}`)
    this.#show(watched.view as ViewOf[A])
  }

  #take(change: OfficeChanged): void {
    if (!this.#view) return
    for (const row of rowsPut(change)) {
      if (this.#as === 'desk' && row.kind === 'visit' && row.state === 'called') this.#count(row.id)
    }
    const result = applyChange(this.#view, change)
    if (result.is === 'changed') this.#show(result.view)
    else if (result.is === 'gap') {
      this.gaps += 1
      void this.#ask()
    }
  }

  #show(view: ViewOf[A]): void {
    this.#view = view
    this.#onView?.()
  }

  #count(visit: string): void {
    this.calls.set(visit, (this.calls.get(visit) ?? 0) + 1)
  }
}

interface Watch<A extends Audience> {
  office: string
  as: A
  token: () => string
  onView?: () => void
}
