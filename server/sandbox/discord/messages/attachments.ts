import { type Request, type Response, Router } from 'express';
import type { Upload } from '../body.ts';

/** A file of a message, with Discord's own fields for it. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
  readonly size: number;
  readonly content_type: string;
  readonly url: string;
  readonly proxy_url: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Attachments {
  /** Keeps a file; `cdn` is the address of the CDN as the asker reaches it, e.g. http://127.0.0.1:3333/cdn. */
  keep(file: Upload, at: { channelId: string; cdn: string; description?: string | null | undefined }): Attachment;
  /** `GET /attachments/:channel/:id/:name`, for mounting at the CDN. */
  readonly router: Router;
}

/** In memory, and only so many: a night's pictures, without filling a machine that stays on. */
const KEPT = 500;

export function createAttachments(snowflake: () => string): Attachments {
  const kept = new Map<string, Upload>();
  const router = Router();
  router.get('/attachments/:channel/:id/:name', (request: Request<{ id: string }>, response: Response) => {
    const file = kept.get(request.params.id);
    if (!file) return void response.sendStatus(404);
    // What a bot sends isn't a page of this origin's, whatever it claims to be.
    response.set({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' });
    response.type(file.contentType).send(file.bytes);
  });

  return {
    router,
    keep(file, { channelId, cdn, description }) {
      const id = snowflake();
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      // Discord keeps letters, digits, dots, dashes and underscores of a name.
      const filename = file.filename.replace(/[^\w.-]+/g, '_');
      const size = sizeOfPng(file.bytes);
      const contentType = size ? 'image/png' : file.contentType || 'application/octet-stream';
      kept.set(id, { ...file, contentType });
      const url = `${cdn}/attachments/${channelId}/${id}/${filename}`;
      return {
        id,
        filename,
        ...(description ? { description } : {}),
        size: file.bytes.length,
        content_type: contentType,
        url,
        proxy_url: url,
        ...size,
      };
    },
  };
}

/** Of a PNG its width and height, which stand in its first chunk. */
function sizeOfPng(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
