import type { Fault } from '../faults/fault.ts';
import type { FaultsNow, Held } from '../faults/queue.ts';

export const kindNames: Record<Fault['kind'], string> = {
  quota: '“Too many requests” (429)',
  unavailable: '“Unavailable” (503), nothing is saved',
  unavailableButApplied: '“Unavailable” (503), but it is saved',
  hang: 'No answer at all',
  hangUp: 'It is saved, but the connection breaks',
  late: 'The connection breaks, and it is saved later',
  sort: 'A host sorts in the moment before',
  type: 'A host types in the moment before',
};

export const concernsNames: Record<Fault['concerns'], string> = {
  writes: 'Writes',
  reads: 'Reads',
  both: 'Reads and writes',
};

export const orderNames = { ASCENDING: 'A to Z', DESCENDING: 'Z to A' } as const;

/** What is offered; others can be asked for over HTTP. */
export const timesNames: readonly (readonly [times: Fault['times'], name: string])[] = [
  [1, 'Once'],
  [3, 'Three times'],
  [10, 'Ten times'],
  ['until cleared', 'Until cleared'],
];

const heldNames: Record<Held['kind'], string> = {
  hang: 'A request is waiting for its answer.',
  late: 'A request is on its way, and will be saved late.',
};

export const nothing = 'Nothing. Every request is answered as it should be.';

/** Everything that is still to come, a sentence each. */
export const sayFaults = ({ waiting, held }: FaultsNow): string[] => [
  ...waiting.map((fault) => `${whom(fault)}: ${details(fault)}`),
  ...held.map(({ kind }) => heldNames[kind]),
];

function whom({ concerns, times }: Fault): string {
  const [one, many] = { writes: ['write', 'writes'], reads: ['read', 'reads'], both: ['request', 'requests'] }[
    concerns
  ];
  if (times === 'until cleared') return `All ${many}`;
  return times === 1 ? `Next ${one}` : `Next ${times} ${many}`;
}

function details(fault: Fault): string {
  switch (fault.kind) {
    case 'quota':
    case 'unavailable':
    case 'unavailableButApplied':
    case 'hang':
    case 'hangUp':
      return kindNames[fault.kind];
    case 'late':
      return `The connection breaks, and it is saved ${fault.ms / 1000} s later`;
    case 'sort':
      return `A host sorts ${fault.tab} by column ${fault.column}, ${orderNames[fault.order]}, in the moment before`;
    case 'type':
      return fault.value === ''
        ? `A host empties ${fault.tab}!${fault.cell} in the moment before`
        : `A host types “${fault.value}” into ${fault.tab}!${fault.cell} in the moment before`;
  }
}
