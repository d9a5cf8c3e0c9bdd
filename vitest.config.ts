import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores: more workers would only make the browsers wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a poll waits for comes from another process; on a busy machine a second is not long.
    expect: { poll: { timeout: 15_000 } },
  },
});
