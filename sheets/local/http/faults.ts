import { Router } from 'express';
import { parseFault } from '../faults/fault.ts';
import type { FaultQueue } from '../faults/queue.ts';
import { asGoogleSaysIt, bodyOf, takeBody } from './edge.ts';

/**
 * Faults over HTTP, to be mounted at `/faults`: GET tells what is still to come, POST adds one fault, DELETE clears them
 * all. Each answers with what is to come after it; what can't be met is a 400 with one sentence.
 */
export function faultRoutes(faults: FaultQueue): Router {
  const router = Router();
  router.use(takeBody);
  router.get('/', (_, response) => {
    response.set('cache-control', 'no-store').json(faults.now());
  });
  router.post('/', (request, response) => {
    faults.add(parseFault(bodyOf(request.body)));
    response.status(201).json(faults.now());
  });
  router.delete('/', (_, response) => {
    faults.clear();
    response.json(faults.now());
  });
  router.use(asGoogleSaysIt);
  return router;
}
