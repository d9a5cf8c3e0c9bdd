/** Where the world finds us, without a slash at the end: as somebody said, else on this machine alone. */
import type { Request } from 'express';

export function rootOf({ socket }: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `http://localhost:${socket.localPort}`;
}
