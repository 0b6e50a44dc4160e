import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { UserConfig } from 'electron-vite'
import { resolve } from 'node:path'
import manifest from './package.json' with { type: 'json' }

const root = import.meta.dirname
const renderer = page('renderer', 'out/renderer')

/**
 * `electron-vite build` makes the product; `--mode harness` makes only the page that tests and the
 * scenario runner drive, in a folder that is never packaged.
 */
export default defineConfig(({ mode }) =>
  mode === 'harness'
    ? { renderer: page('renderer/harness', 'out/harness') }
    : { main: main(), preload: preload(), renderer },
)

function main(): NonNullable<UserConfig['main']> {
  return {
    publicDir: false,
    build: {
      // Everything but Electron and playwright is bundled, so that the package needs no node_modules.
      externalizeDeps: { exclude: Object.keys(manifest.dependencies), include: ['playwright-core'] },
      sourcemap: false,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          chromium: resolve(root, 'electron/hosts/chromium/main.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  }
}

// A sandboxed preload must be one CommonJS file.
function preload(): NonNullable<UserConfig['preload']> {
  return {
    publicDir: false,
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  }
}

// The policy of the page forbids inline scripts, data: addresses and fetch: nothing is inlined or preloaded by script.
function page(folder: string, outDir: string): NonNullable<UserConfig['renderer']> {
  return {
    root: resolve(root, folder),
    base: './',
    publicDir: false,
    plugins: [react()],
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
    build: {
      outDir: resolve(root, outDir),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      sourcemap: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: resolve(root, folder, 'index.html') },
    },
  }
}
