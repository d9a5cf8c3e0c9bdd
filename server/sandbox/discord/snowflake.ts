// Discord counts milliseconds from the first second of 2015 (documentation: "Reference", Snowflakes).
const EPOCH = 1_420_070_400_000n;

/** Makes ids like Discord's: the time in the upper bits, a counter in the lower 12; as text. */
export function createSnowflakes(now: () => number): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return String(((BigInt(now()) - EPOCH) << 22n) | (count & 0xfffn));
  };
}

export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}
