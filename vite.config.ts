import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Builds the panel into dist/activity; `npm start` runs the same build before it opens. */
export default defineConfig({
  root: join(import.meta.dirname, 'activity'),
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist', 'activity'),
    emptyOutDir: true,
    // Discord's clients bring their own current Chromium; on iPhones it is the system's WebKit.
    target: ['chrome120', 'safari16.4'],
    // Inlined files would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // The SDK doesn't say that its modules are free of side effects, so a quarter of it would stay in unused.
        moduleSideEffects: (id) => !id.includes('@discord/embedded-app-sdk'),
      },
    },
  },
});
