// Discord counts milliseconds from the first second of 2015 (documentation: "Reference", Snowflakes).
const EPOCH = 1_420_070_400_000n;

/** Makes ids like Discord's: the time in the upper bits, a count in the lower 22; as text. Each is above those before. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const first = (BigInt(now()) - EPOCH) << 22n;
    last = last < first ? first : last + 1n;
    return String(last);
  };
}

export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}
