// Takes a file from the server and hands it to the browser to be saved. One at a time.
import { shallowRef } from 'vue'
import { ApiError, type TakenFile } from '#protocol'
import type { TroubleCode } from '../../../src/composables/problem-key.ts'
import { useViewer } from './viewer.ts'

export function useTakenFile() {
  const viewer = useViewer()
  const isTaking = shallowRef(false)
  const problem = shallowRef<TroubleCode | null>(null)

  async function take(ask: () => Promise<TakenFile>): Promise<void> {
    if (isTaking.value) return
    isTaking.value = true
    problem.value = null
    try {
      save(await ask())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'sign-in-needed') viewer.sessionEnded()
      problem.value = error.code
    } finally {
      isTaking.value = false
    }
  }
  return { isTaking, problem, take }
}

function save({ name, content }: TakenFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
