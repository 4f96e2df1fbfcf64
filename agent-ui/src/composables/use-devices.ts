// How the office's devices are: heard as they say it, and asked for whenever the page is live again.
import { inject, provide, shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import { ApiError, type Api, type DeviceHealth, type Freshness } from '#protocol'
import { withHealth } from './device-troubles.ts'

const KEY: InjectionKey<Readonly<Ref<readonly DeviceHealth[]>>> = Symbol('devices')

/** Answers what is to be called with each thing heard. */
export function provideDevices(
  api: Api,
  office: string,
  freshness: Readonly<Ref<Freshness>>,
): (health: DeviceHealth) => void {
  const devices = shallowRef<readonly DeviceHealth[]>([])

  async function load(): Promise<void> {
    try {
      devices.value = (await api.devicesHealth(office)).devices
    } catch (error) {
      // They are asked for again with the next connection; the page says that it is not live.
      if (!(error instanceof ApiError)) throw error
    }
  }
  watch(
    () => freshness.value.isLive,
    (isLive) => {
      if (isLive) void load()
    },
    { immediate: true },
  )
  provide(KEY, devices)
  return (health) => {
    devices.value = withHealth(devices.value, health)
  }
}

export function useDevices(): Readonly<Ref<readonly DeviceHealth[]>> {
  const devices = inject(KEY)
  if (!devices) throw new Error('no devices were provided')
  return devices
}
