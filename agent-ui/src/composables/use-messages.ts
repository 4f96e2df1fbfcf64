// The messages to this agent: heard as they come, and asked for whenever the page is live again,
// since one may have come meanwhile.
import { inject, provide, shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import { ApiError, type Api, type Freshness, type StaffMessage } from '#protocol'
import { EMPTY_INBOX, withMessages, withoutMessage, type Inbox } from './messages.ts'

export interface Messages {
  readonly inbox: Readonly<Ref<Inbox>>
  received(message: StaffMessage): void
  /** It was read: it is gone from here before the server has forgotten it. */
  read(id: string): void
}

const KEY: InjectionKey<Messages> = Symbol('messages')

/** `mayHave`: whether this member of staff can be written to at all. */
export function provideMessages(
  api: Api,
  office: string,
  freshness: Readonly<Ref<Freshness>>,
  mayHave: boolean,
): Messages {
  const inbox = shallowRef(EMPTY_INBOX)

  async function load(): Promise<void> {
    try {
      const { messages } = await api.messages(office)
      inbox.value = withMessages(inbox.value, messages)
    } catch (error) {
      // They are asked for again with the next connection; the page says that it is not live.
      if (!(error instanceof ApiError)) throw error
    }
  }
  watch(
    () => freshness.value.isLive,
    (isLive) => {
      if (isLive && mayHave) void load()
    },
    { immediate: true },
  )
  const messages: Messages = {
    inbox,
    received(message) {
      if (message.office === office) inbox.value = withMessages(inbox.value, [message])
    },
    read(id) {
      inbox.value = withoutMessage(inbox.value, id)
    },
  }
  provide(KEY, messages)
  return messages
}

export function useMessages(): Messages {
  const messages = inject(KEY)
  if (!messages) throw new Error('no messages were provided')
  return messages
}
