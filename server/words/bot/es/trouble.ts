/** What keeps the league from its Sheet, in Spanish. */
import type { TroubleSaid } from '../trouble.ts';

const byItself = 'Lo que espera se escribe solo.';

export function sayTrouble({ trouble, account, message }: TroubleSaid): { what: string; remedy: string } {
  switch (trouble) {
    case 'otherWriter':
      return {
        what: 'Otro programa ha empezado a escribir en la hoja, y este ha parado.',
        remedy: 'Si aquel ya no vale, páralo; luego vuelve a escribir desde aquí en el panel.',
      };
    case 'notShared':
      return {
        what: 'La hoja no está compartida con la liga.',
        remedy: `En la hoja, elige Compartir y añade ${account} como Editor. ${byItself}`,
      };
    case 'viewOnly':
      return {
        what: 'La liga puede mirar la hoja, pero no escribir en ella.',
        remedy: `En la hoja, elige Compartir y haz Editor a ${account}. ${byItself}`,
      };
    case 'gone':
      return { what: 'La hoja ya no está.', remedy: `Sácala de la papelera de Google Drive. ${byItself}` };
    case 'unreadable':
      return {
        what: `Google no deja que la liga lea la hoja: «${message}»`,
        remedy: `Díselo a quien lleva el servidor. ${byItself}`,
      };
    case 'refused':
      return {
        what: `Google no acepta lo que la liga escribe: «${message}»`,
        remedy: `Si habla de un rango protegido, deja que la liga lo edite. ${byItself}`,
      };
  }
}
