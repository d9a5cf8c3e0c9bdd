/** Pictures as they were when somebody last looked at them and found them right. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, 'golden');

/** To change one: delete it, run the test, look at what it made, and run it again. */
export function expectGolden(name: string, png: Uint8Array): void {
  const file = join(folder, `${name}.png`);
  if (!existsSync(file)) {
    writeFileSync(file, png);
    expect.fail(`${file} is new. Look at it, and run this again.`);
  }
  expect(Buffer.from(png).equals(readFileSync(file)), `${file} is drawn otherwise`).toBe(true);
}
