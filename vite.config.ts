import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type UserConfig } from 'vite'

const page = (folder: string) => resolve(import.meta.dirname, folder, 'index.html')

// What no page uses is left out of what people's devices load.
const LEFT_OUT = {
  __VUE_OPTIONS_API__: false,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  __VUE_I18N_LEGACY_API__: false,
  __VUE_I18N_FULL_INSTALL__: false,
  __INTLIFY_PROD_DEVTOOLS__: false,
}

/** Builds these pages, by name, into `outDir`. */
export function pageBuild(input: Record<string, string>, outDir: string): UserConfig {
  return {
    appType: 'mpa',
    plugins: [vue()],
    define: LEFT_OUT,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // Pages that the server writes ask it for the built names of their scripts.
      manifest: true,
      rolldownOptions: {
        input,
        // A service worker keeps its address: a browser asks there whether it has changed.
        output: {
          entryFileNames: ({ name }) =>
            name.endsWith('-keeper') ? '[name].js' : 'assets/[name]-[hash].js',
        },
      },
    },
  }
}

export default defineConfig(
  pageBuild(
    {
      kiosk: page('kiosk'),
      phone: page('kiosk/phone'),
      display: page('display'),
      sign: page('display/sign'),
      'agent-ui': page('agent-ui'),
      figures: page('agent-ui/figures'),
      'page-keeper': resolve(import.meta.dirname, 'kiosk/src/offline/page-keeper.ts'),
      'ticket-keeper': resolve(import.meta.dirname, 'kiosk/phone/src/ticket-keeper.ts'),
      office: resolve(import.meta.dirname, 'display/src/office/main.ts'),
    },
    'dist/pages',
  ),
)
