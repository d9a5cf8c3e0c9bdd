/** What is worth knowing before something is done and what no standing tells, in Spanish. */
import type { ToKnow } from '../../beforehand.ts';
import { count, list, place } from './numbers.ts';

export function sayBeforehand(one: ToKnow): string {
  switch (one.know) {
    case 'openProtests': {
      const { protests } = one.given;
      return protests === 1
        ? 'Hay una protesta sin respuesta. Se puede responder también después.'
        : `Hay ${protests} protestas sin respuesta. Se pueden responder también después.`;
    }
    case 'racesMove': {
      const { races, next } = one.given;
      return `${count(races, 'carrera prevista', 'carreras previstas')} ${races === 1 ? 'pasa' : 'pasan'} a ${next}.`;
    }
    case 'racesStay': {
      const { races, season } = one.given;
      const planned = count(races, 'carrera prevista', 'carreras previstas');
      return `${planned} ${races === 1 ? 'se queda' : 'se quedan'} en ${season} y no se ${races === 1 ? 'correrá' : 'correrán'}.`;
    }
    case 'emptyPlaces':
      return `Entonces nadie tiene el ${list(one.given.places.map(place))}.`;
    case 'heldToo': {
      const { position, racers, final } = one.given;
      const held = `${list(racers)} ${racers.length === 1 ? 'tiene' : 'tienen'} también el ${place(position)} puesto.`;
      return `${held} ${final ? 'Hasta que uno de ellos tenga otro, cuenta el resultado de antes.' : 'Se les pregunta de quién es.'}`;
    }
    case 'metEachOther': {
      const { racer, into, racers, intos } = one.given;
      const met = `Coincidieron en ${count(racers + intos, 'carrera')}`;
      const there = racers + intos === 1 ? 'en ella' : 'en ellas';
      if (intos === 0) return `${met}: ${there} ya no cuenta el resultado de ${racer}.`;
      if (racers === 0) return `${met}: ${there} ya no cuenta el resultado de ${into}.`;
      return `${met}: en ${racers} ya no cuenta el resultado de ${racer}, en ${intos} el de ${into}.`;
    }
  }
}
