// What this kiosk can give a number for now, and what of it was chosen.
import { computed, type Ref } from 'vue'
import type { IntakeRow, KioskOffice, ServiceInfo } from '#protocol'
import { menuOf } from './service-menu.ts'

export function useOffer(
  office: Readonly<Ref<KioskOffice | null>>,
  intake: Readonly<Ref<IntakeRow | null>>,
) {
  const services = computed(() => office.value?.services ?? [])
  const menu = computed(() => (office.value ? menuOf(office.value) : []))
  const shut = computed(() => intake.value?.shut ?? [])

  /** No numbers are given for it now, or it is not offered any more. */
  const isShut = (code: string): boolean =>
    shut.value.some(({ service }) => service === code) ||
    !services.value.some((service) => service.code === code)

  /** The services with these codes, in that order. */
  const called = (codes: readonly string[]): ServiceInfo[] =>
    codes.flatMap((code) => services.value.find((each) => each.code === code) ?? [])

  return { services, menu, shut, isShut, called }
}

export type Offer = ReturnType<typeof useOffer>
