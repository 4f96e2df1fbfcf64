import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const page = (folder: string) => resolve(import.meta.dirname, folder, 'index.html')

export default defineConfig({
  appType: 'mpa',
  plugins: [vue()],
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: {
      input: { kiosk: page('kiosk'), display: page('display'), 'agent-ui': page('agent-ui') },
    },
  },
})
