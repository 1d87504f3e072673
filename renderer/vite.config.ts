import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const project = join(import.meta.dirname, '..');

/** The page: no inline script, style or font, so that it runs under the content security policy. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  resolve: {
    // Where nhsuk-frontend's styles look for its icons.
    alias: [
      {
        find: /^\/assets\/images\//,
        replacement: `${join(project, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images')}/`,
      },
    ],
  },
  css: { preprocessorOptions: { scss: { loadPaths: [join(project, 'node_modules')], quietDeps: true } } },
  build: {
    outDir: join(project, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
