// The server's own keys for push: made once, kept with its other secrets. A browser ties what it
// subscribes to them, so that nobody else can send there.
import webpush, { type VapidKeys } from 'web-push'
import type { Database } from '../../db/connect.ts'

interface SecretRow {
  id: string
  value: string
}
const ID = 'push'

export class PushKeys {
  private readonly db: Database
  private found: Promise<VapidKeys> | null = null

  constructor(db: Database) {
    this.db = db
  }

  /** The keys, made the first time that anybody asks. */
  get(): Promise<VapidKeys> {
    this.found ??= this.findOrMake().catch((error: unknown) => {
      this.found = null
      throw error
    })
    return this.found
  }

  private async findOrMake(): Promise<VapidKeys> {
    const secrets = () => this.db.knex<SecretRow>('secrets')
    const kept = await secrets().where('id', ID).first()
    if (kept) return JSON.parse(kept.value) as VapidKeys
    const value = JSON.stringify(webpush.generateVAPIDKeys())
    await secrets().insert({ id: ID, value }).onConflict('id').ignore()
    // Another server may have been first.
    const row = await secrets().where('id', ID).first()
    if (!row) throw new Error('the keys for push were not kept')
    return JSON.parse(row.value) as VapidKeys
  }
}
