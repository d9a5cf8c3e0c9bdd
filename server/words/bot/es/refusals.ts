/** Why something could not be done, and what to do instead: by code, in Spanish. */
import { digitsOf } from '../../../../sheets/money.ts';
import type { Refusal, RefusalCode, refusals } from '../../refusals.ts';
import { sayAccount } from './ledger.ts';
import { list, money, place } from './numbers.ts';

type Said = readonly [message: string, remedy: string];
/** Whatever English says, Spanish says. */
type Refusals = { [C in RefusalCode]: (...given: Parameters<(typeof refusals)[C]>) => Said };

const askHost = 'Díselo a un anfitrión.';
const nothing = 'No hace falta nada más.';

const said: Refusals = {
  no_race_running: () => [
    'No se ha podido guardar: no se corre ninguna carrera.',
    'Un anfitrión abre una con /race open.',
  ],
  no_race_open: () => ['No se puede entrar: no hay ninguna carrera abierta.', 'Un anfitrión abre una con /race open.'],
  no_season: () => [
    'No se puede abrir una carrera: no hay temporada abierta.',
    'Un anfitrión la abre con /season open.',
  ],
  unknown_race: () => ['Esa carrera no es de esta liga.', 'Elige una de la lista.'],
  nameless_race: () => ['Esa carrera no tiene nombre en la hoja.', 'Pide a un anfitrión que se lo ponga en Races.'],
  nameless_racer: () => ['Tu nombre en la pestaña Racers no se entiende.', 'Pide a un anfitrión que te ponga uno.'],
  nameless_other: () => ['El nombre de esa persona en la pestaña Racers no se entiende.', 'Ponle uno allí.'],
  unknown_racer: () => ['Esa persona no corre en esta liga.', 'Elige a alguien de la lista.'],
  not_started: ({ race }) => [
    `No se ha podido guardar: ${race} no ha empezado.`,
    'Un anfitrión da la salida con /race start.',
  ],
  already_started: ({ race }) => [
    `No puedes salir: ${race} ya ha empezado.`,
    'Pon DNF si abandonas, o avisa a un anfitrión.',
  ],
  race_started: ({ race }) => [`${race} ya ha empezado.`, 'Di tu puesto cuando termine.'],
  race_final: ({ race }) => [`${race} ya es definitiva.`, 'Un anfitrión puede corregirla con /admin-fix.'],
  race_void: ({ race }) => [`${race} está anulada.`, 'Abre otra con /race open.'],
  race_not_over: ({ race }) => [`${race} aún no ha terminado.`, 'Ciérrala antes con /race close.'],
  race_is_open: ({ race }) => [`${race} ya está abierta.`, 'Apúntate en su tarjeta, o desde /race status.'],
  not_open: ({ race }) => [`${race} aún no está abierta.`, 'Ábrela antes con /race open.'],
  other_season: ({ race, season }) => [
    `${race} era de ${season}, que no está abierta.`,
    'Abre esa temporada con /season open, u otra carrera con /race open.',
  ],
  bad_time: () => ['Una carrera se prevé para más adelante, como mucho dentro de un año.', 'Elige otra hora.'],
  bad_title: () => ['Ni una carrera ni una noche pueden llamarse así.', 'Dale un nombre de 1 a 60 letras.'],
  race_name_taken: ({ race }) => [`Ya hay o hubo una carrera llamada ${race}.`, 'Dale otro nombre.'],
  race_full: ({ race, places }) => [
    `No puedes entrar: las ${places} plazas de ${race} están ocupadas.`,
    'Espera a la siguiente.',
  ],
  already_in: ({ race }) => [`Ya estás en ${race}.`, nothing],
  in_another_race: ({ race }) => [
    `No puedes entrar: estás en ${race}, que no ha terminado.`,
    'Termínala o sal de ella antes.',
  ],
  not_in_race: ({ race }) => [`No se ha podido guardar: no estás en ${race}.`, 'Apúntate antes.'],
  bad_position: ({ given, last }) => [
    `«${given}» no es un puesto de esta carrera.`,
    `Da un puesto de 1 a ${last}, o DNF.`,
  ],
  dead_heat_is_hosts: () => [
    'Solo un anfitrión puede decir que hubo empate.',
    'Da tu puesto sin el =, y avisa a un anfitrión.',
  ],
  decided_by_host: ({ position }) => [`Un anfitrión te ha puesto ${position}.`, 'Puede cambiarlo con /admin-fix.'],
  nothing_to_object: ({ race }) => [`${race} no está a punto de ser definitiva.`, 'Di tu puesto si falta.'],
  contradiction: ({ position, racers }) => [
    `No se puede cerrar: ${list(racers)} tienen el ${place(position)}.`,
    'Corrige antes a alguien con /admin-fix; quienes empatan tienen 1= o 2=.',
  ],
  would_contradict: ({ race, position, racers }) => [
    `Entonces ${list(racers)} tendrían el ${place(position)} en ${race}.`,
    'Corrígelos a la vez, o di que hubo empate.',
  ],
  no_place_left: ({ race, places }) => [
    `${race} no tiene más de ${places} plazas.`,
    'Sube antes Places en la pestaña Settings.',
  ],
  did_not_race: ({ race, racer }) => [`${racer} no está en ${race}.`, 'Dale un puesto para añadirle.'],
  races_elsewhere: ({ race, racer }) => [
    `${racer} está en ${race}, que no ha terminado.`,
    'Termina antes esa carrera, o acaba con ella: /race close o /race void.',
  ],
  named_twice: ({ racer }) => [`${racer} aparece dos veces.`, 'Da a cada cual un solo puesto.'],
  nothing_to_correct: ({ race }) => [`Ese ya es el resultado de ${race}.`, 'Cambia un puesto, o rechaza la protesta.'],
  no_dead_heat: ({ race, position, racers }) => [
    `${racers.length === 0 ? 'Nadie tiene' : `Solo ${list(racers)} tiene`} el ${place(position)} en ${race}.`,
    'Pon antes el puesto de quienes lo comparten.',
  ],
  already_dead_heat: ({ position, racers }) => [`${list(racers)} ya comparten el ${place(position)}.`, nothing],
  nothing_to_wait_for: ({ race, reported }) =>
    reported === 0
      ? [`Nadie ha dicho aún su puesto en ${race}.`, 'El tiempo empieza con el primero.']
      : [`En ${race} ya están todos los puestos.`, nothing],
  own_place: () => ['No puedes dar fe de tu propio puesto.', 'Cualquier otra persona de la carrera sí.'],
  nothing_to_confirm: ({ race, racer }) => [`${racer} no ha dicho su puesto en ${race}.`, 'Espera a que lo diga.'],
  already_confirmed: ({ racer }) => [`Ya das fe del puesto de ${racer}.`, nothing],
  not_final_yet: ({ race }) => [`${race} aún no es definitiva.`, 'Di «Eso no es así», o corrige tu puesto.'],
  not_your_race: ({ race }) => [
    `Solo puede protestar quien corrió ${race}.`,
    'Habla con alguien que corriera, o con un anfitrión.',
  ],
  no_protests: () => ['Esta liga no admite protestas.', 'Habla con un anfitrión: puede corregir cualquier carrera.'],
  protest_too_late: ({ race, hours }) => [
    `${race} es definitiva desde hace más de ${hours} ${hours === 1 ? 'hora' : 'horas'}.`,
    'Habla con un anfitrión: puede corregirla cuando sea.',
  ],
  protest_open: ({ race }) => [`Ya has protestado contra ${race}.`, 'Los anfitriones lo mirarán.'],
  sentence_needed: () => ['Di en una frase qué pasa.', 'Escribe de 3 a 300 letras.'],
  unknown_protest: () => ['Esa protesta no está.', 'Elige una de la lista.'],
  protest_settled: ({ how }) => [`Un anfitrión ya la ha ${how === 'fixed' ? 'atendido' : 'rechazado'}.`, nothing],
  unknown_correction: () => ['Eso ya no se puede deshacer.', 'Corrígelo a mano.'],
  already_undone: () => ['Eso ya se deshizo.', nothing],
  undo_by_season: () => [
    'Cambió el estado de una temporada, y eso no se deshace así.',
    'Abre, cierra o reabre la temporada; lo demás, a mano.',
  ],
  undo_by_booking: () => [
    'Lo que está en el libro se queda como está.',
    'Anota la diferencia en una fila nueva, o un pago.',
  ],
  undo_in_sheet: ({ tab }) => [`Volvieron a la hoja filas de ${tab}.`, 'Bórralas otra vez allí.'],
  gone_since: ({ tab }) => [`No se puede deshacer: una fila de ${tab} se borró después.`, 'Corrígelo a mano.'],
  changed_since: ({ tab, header, row }) => [
    `No se puede deshacer: ${header} de ${row} en ${tab} cambió después.`,
    'Deshaz antes ese cambio, o corrígelo a mano.',
  ],
  nobody_reported: ({ race }) => [
    `No se puede cerrar ${race}: nadie ha dicho su puesto.`,
    'Ponlos tú con /admin-fix, o anúlala con /race void.',
  ],
  too_few: ({ race }) => [`${race} no puede empezar: hace falta que haya dos.`, 'Espera a que se apunten dos.'],
  next_is_open: ({ race }) => [`${race} ya está ahí.`, 'Corred esa antes.'],
  bad_name: () => ['Ese nombre no vale.', 'Da un nombre de 1 a 32 letras.'],
  name_taken: ({ name }) => [`Aquí ya hay alguien que se llama ${name}.`, 'Elige otro nombre.'],
  name_is_placeholder: ({ name }) => [
    `Un anfitrión ya ha añadido a ${name}.`,
    'Si eres tú, dilo en el panel; si no, elige otro nombre.',
  ],
  unknown_season: () => ['Esa temporada no es de esta liga.', 'Elige una de la lista.'],
  nameless_season: () => ['El nombre de esa temporada en la pestaña Seasons no se entiende.', 'Ponle uno allí.'],
  bad_season_name: () => ['Una temporada no puede llamarse así.', 'Dale un nombre de 1 a 60 letras.'],
  season_name_taken: ({ season }) => [`Ya hay una temporada llamada ${season}.`, 'Elige otro nombre.'],
  bad_dates: () => [
    'Esas fechas no pueden ser.',
    'Una temporada termina después de empezar; también puedes no ponerlas.',
  ],
  no_scoring: ({ scoring }) => [
    `Ninguna tabla de puntos se llama ${scoring}.`,
    'Elige una de la pestaña Scoring, o añádela allí.',
  ],
  bad_drop: ({ most }) => ['No se pueden descartar tantas carreras.', `Da un número entero de 0 a ${most}.`],
  season_is_open: ({ season }) => [`${season} ya está abierta.`, nothing],
  season_is_closed: ({ season }) => [`${season} ya está cerrada.`, 'Si ha de seguir, vuelve a abrirla.'],
  season_not_open: ({ season }) => [`${season} aún no se ha abierto.`, 'Ábrela antes con /season open.'],
  season_not_closed: ({ season }) => [`${season} nunca se cerró.`, 'Ábrela sin más.'],
  other_season_open: ({ season }) => [`${season} sigue abierta.`, 'Ciérrala antes con /season close.'],
  season_under_way: ({ season, race }) => [
    `No se puede cerrar ${season}: ${race} no ha terminado.`,
    'Antes acaba con ella: /race close o /race void.',
  ],
  nothing_waits: ({ season }) => [`Nada de ${season} espera respuesta.`, nothing],
  nothing_to_change: () => ['No cambiaría nada.', 'Di qué ha de ser distinto.'],
  no_open_season: () => ['No hay ninguna temporada abierta.', 'Elige una.'],
  points_too_fine: () => ['Los puntos no bajan de las centésimas.', 'Da dos decimales como mucho: 2,25.'],
  bad_points: ({ most }) => [
    'Eso no es ni bonificación ni penalización.',
    `Da puntos de −${most} a ${most}, pero no 0.`,
  ],
  why_needed: () => [
    'Una bonificación o penalización tiene un motivo.',
    'Di por qué en pocas palabras, como mucho 200 letras.',
  ],
  money_off: () => [
    'En esta liga se corre solo por puntos: Money está en Off.',
    'Pon Money en On en la pestaña Settings.',
  ],
  bad_amount: ({ most, currency }) => [
    'Eso no puede ser un importe.',
    `Da uno de ${money(0, currency)} a ${money(most, currency)}, en ${digitsOf(currency) > 0 ? 'céntimos enteros' : 'unidades enteras'}; un pago es más que 0.`,
  ],
  bad_commission: () => ['La liga no puede quedarse con tanto.', 'Da un porcentaje de 0 a 100, por ejemplo 10.'],
  bad_split: () => [
    'Un bote no se puede repartir así.',
    'Da porcentajes para el primero, el segundo, etc., 100 como mucho entre todos: 50, 30, 20.',
  ],
  bad_bonuses: () => ['Esas bonificaciones no se entienden.', 'Escríbelas así: Win 2, Podium 0.50. O None.'],
  unknown_sponsor: () => ['Ese patrocinador no es de esta liga.', 'Añádelo antes en la pestaña Sponsors.'],
  unknown_account: () => [
    'Eso no es nadie del libro de cuentas.',
    'Elige a alguien que corra, un patrocinador, un bote, la liga o fuera.',
  ],
  nameless_account: () => ['Su nombre en la hoja no se entiende.', 'Ponle uno allí, en Racers o en Sponsors.'],
  same_account: () => ['Iría a donde ya está.', 'Elige a otro en uno de los lados.'],
  not_enough: ({ account, name, had, amount, currency }) => [
    `No se puede anotar ${money(amount, currency)}: ${sayAccount(account, { racer: () => name, sponsor: () => name })} tiene ${money(had, currency)}.`,
    had > 0 ? `Anota como mucho ${money(had, currency)}.` : 'Ahí no hay nada que sacar.',
  ],
  long_why: () => ['Ese motivo es demasiado largo.', 'Dilo en 200 letras como mucho.'],
  race_elsewhere: ({ race, season }) => [`${race} no es de ${season}.`, 'Elige una de sus carreras, o ninguna.'],
  no_preset: ({ scoring, presets }) => [
    `No hay tabla ${scoring} que añadir.`,
    `Elige una de estas: ${presets.join(', ')}.`,
  ],
  scoring_there: ({ scoring }) => [
    `${scoring} ya está en la pestaña Scoring.`,
    'Cámbiala allí, o da otra a la temporada.',
  ],
  same_racer: ({ racer }) => [`Ambos son ya ${racer}.`, 'Elige a dos.'],
  already_merged: ({ racer, into }) => [`${racer} ya cuenta como ${into}.`, nothing],
  not_merged: ({ racer }) => [`${racer} ya cuenta por su cuenta.`, nothing],
  thats_you: ({ racer }) => [`Ya eres ${racer}.`, nothing],
  not_placeholder: ({ racer }) => [
    `${racer} es de alguien de Discord.`,
    'Si son la misma persona, un anfitrión puede unirlos.',
  ],
  already_asked: ({ racer }) => [`Ya has dicho que eres ${racer}.`, 'Espera a que conteste un anfitrión.'],
  nobody_asks: () => ['Ya nadie espera esa respuesta.', nothing],
  not_a_racer: () => ['Aún no corres en esta liga.', 'Apúntate antes a una carrera.'],
  formula_there: ({ tab, header }) => [
    `No se ha podido guardar: ${header} en ${tab} es allí una fórmula.`,
    'Pide a un anfitrión que ponga un valor en la hoja.',
  ],
  no_missing_rows: ({ tab }) => [`Ya no falta ninguna fila de ${tab}.`, nothing],
  reason_needed: () => ['Una carrera se anula con un motivo.', 'Di por qué en pocas palabras, como mucho 200 letras.'],
  wrong_secret: () => [
    'El secreto de este script no es de ninguna liga de aquí.',
    'Copia otra vez el script del panel.',
  ],
  hosts_only: () => ['Eso solo lo pueden los anfitriones.', askHost],
  other_body: () => ['Esa petición ya se usó para otra cosa.', 'Inténtalo otra vez.'],
  bad_request: ({ what }) => [`Esa petición no se entiende: ${what}.`, 'Inténtalo otra vez.'],
  too_large: () => ['Esa petición es demasiado grande.', 'Envía menos de una vez.'],
  file_too_large: () => ['Ese archivo es demasiado grande.', 'Divídelo por temporadas: 2 MB como mucho.'],
  import_problems: ({ problems }) => [
    `No se ha importado nada: el archivo tiene ${problems === 1 ? 'un problema' : `${problems} problemas`}.`,
    'Arregla lo que se indica, e impórtalo otra vez.',
  ],
  link_used: () => ['Ese enlace ya se usó, o es muy antiguo.', 'Exporta otra vez en el panel.'],
  too_many: () => ['Es demasiado de una vez.', 'Espera un minuto e inténtalo otra vez.'],
  sign_in: () => ['Tu sesión ha terminado.', 'Entra otra vez.'],
  nonce_unknown: () => ['La entrada tardó demasiado o ya se usó.', 'Entra otra vez.'],
  code_refused: () => ['Discord no ha aceptado la entrada.', 'Entra otra vez.'],
  not_in_instance: () => ['Discord dice que no estás en esta actividad.', 'Ciérrala y ábrela otra vez desde el canal.'],
  not_in_guild: () => ['Discord dice que no estás en este servidor.', 'Entra antes en el servidor.'],
  bot_missing: () => [
    'El bot de la liga no está en este servidor.',
    'Pide a quien administra el servidor que lo añada.',
  ],
  no_league: () => ['Este servidor aún no tiene liga.', 'Quien administra el servidor la empieza con /league setup.'],
  no_league_here: () => [
    'Aquí aún no hay liga.',
    'Abre la actividad en tu servidor de Discord, y conecta una hoja de Google.',
  ],
  has_league: () => ['Este servidor ya tiene su liga.', 'Abre el panel otra vez.'],
  league_broken: () => [
    'La liga de este servidor no se pudo abrir.',
    'En su hoja no se ha perdido nada. Avisa a quien lleva el bot: su registro dice por qué.',
  ],
  managers_only: () => ['Solo quien administra el servidor puede conectar una hoja.', 'Pídeselo a esa persona.'],
  bad_address: () => ['Eso no es la dirección de una hoja de Google.', 'Cópiala del navegador con la hoja abierta.'],
  not_a_spreadsheet: () => [
    'Ese archivo no es una hoja de Google.',
    'Haz una en sheets.new; si es de Excel, usa Archivo > Guardar como hoja de Google.',
  ],
  no_spreadsheet: () => ['En esa dirección no hay ninguna hoja.', 'Copia otra vez la dirección entera.'],
  not_shared: ({ account }) => [
    'La hoja no está compartida con la liga.',
    `En la hoja, elige Compartir y añade ${account} como Editor.`,
  ],
  view_only: ({ account }) => [
    'La liga puede mirar la hoja, pero no escribir en ella.',
    `En la hoja, elige Compartir y haz Editor a ${account}.`,
  ],
  holds_else: ({ title, tabs }) => [
    `«${title}» ya contiene otra cosa, en ${list(tabs.slice(0, 3))}.`,
    'Usa una hoja en blanco, o una que ya fuera una liga. Luego puedes añadir tus pestañas.',
  ],
  other_league: () => ['Esa hoja es de otra liga.', 'Usa una tuya: vale una en blanco.'],
  google_unreachable: () => ['Google no responde.', 'Inténtalo dentro de un minuto.'],
  discord_unreachable: () => ['Discord no responde.', 'Inténtalo dentro de un minuto.'],
  page_off: () => ['La página de esta liga está apagada.', 'Un anfitrión puede encenderla en la pestaña Settings.'],
  not_found: () => ['Aquí no hay nada.', 'Revisa la dirección.'],
  foreign_origin: () => ['Este servidor solo responde a sus propias páginas.', 'Ábrelo por su dirección.'],
  failed: () => ['Algo ha fallado aquí.', 'Inténtalo dentro de un minuto.'],
};

export function sayRefusal(refusal: Refusal): { code: RefusalCode; message: string; remedy: string } {
  const [message, remedy] = (said[refusal.refused] as (given: unknown) => Said)(
    'given' in refusal ? refusal.given : undefined,
  );
  return { code: refusal.refused, message, remedy };
}
