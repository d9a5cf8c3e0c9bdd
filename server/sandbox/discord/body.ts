import type { Request, RequestHandler } from 'express';
import express from 'express';
import { fileTooLarge, notJson } from './refusal.ts';

/** A file that came with a request. */
export interface Upload {
  /** The n of its part's name, `files[n]`: how the JSON refers to it. */
  readonly n: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface Body {
  /** Undefined when there's none. */
  readonly json: unknown;
  readonly files: readonly Upload[];
}

/** Documentation: "Uploading Files", the limit for an app in a guild without boosts. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** Takes a body of any type as bytes, for `readBody`. Ten files of the largest size, and the JSON. */
export const takeBody: RequestHandler = express.raw({ type: () => true, limit: 10 * UPLOAD_LIMIT + 65_536 });

/** JSON, or a form with `payload_json` and `files[n]` (documentation: "Reference", Uploading Files). */
export async function readBody(request: Request): Promise<Body> {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return { json: undefined, files: [] };
  const type = request.get('content-type') ?? '';
  return type.startsWith('multipart/form-data') ? readForm(bytes, type) : { json: parse(bytes.toString()), files: [] };
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw notJson();
  });
  const payload = form.get('payload_json');
  const files = await Promise.all(
    [...form].flatMap(([name, part]) => (typeof part === 'string' ? [] : [readFile(name, part)])),
  );
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

async function readFile(name: string, file: File): Promise<Upload> {
  if (file.size > UPLOAD_LIMIT) throw fileTooLarge();
  const n = /^files\[(\d+)\]$/.exec(name)?.[1] ?? name;
  return { n, filename: file.name, contentType: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}
