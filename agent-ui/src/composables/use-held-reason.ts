// Reasons for a hold are codes of the office's; those we have words for are said in words.
import { useI18n } from 'vue-i18n'

export function useHeldReason(): (code: string) => string {
  const { t, te } = useI18n({ useScope: 'global' })
  return (code) => (te(`held.${code}`) ? t(`held.${code}`) : code)
}
