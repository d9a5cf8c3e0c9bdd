/** Why a row of the Ledger doesn't count, in Spanish. */
import type { LedgerTrouble } from '../../../league/ledger-rows.ts';

export function sayLedgerRow(trouble: LedgerTrouble): { what: string; remedy: string } {
  switch (trouble) {
    case 'from':
      return { what: 'Esta fila no dice de quién, así que no cuenta.', remedy: 'Elige quién, o Outside.' };
    case 'to':
      return { what: 'Esta fila no dice a quién, así que no cuenta.', remedy: 'Elige quién, o Outside.' };
    case 'amount':
      return { what: 'Esta fila no tiene cantidad, así que no cuenta.', remedy: 'Escríbela: por encima de 0.' };
    case 'season':
      return {
        what: 'Esta fila no dice qué bote o gran premio, así que no cuenta.',
        remedy: 'Elige su temporada, y si es de una carrera, su carrera.',
      };
    case 'sameAccount':
      return { what: 'From y To son lo mismo, así que no cuenta.', remedy: 'Cambia uno de los dos.' };
    case 'tooMuch':
      return { what: 'Es más de lo que Ledger admite de una vez, así que no cuenta.', remedy: 'Escribe menos.' };
  }
}
