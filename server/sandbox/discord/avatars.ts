import { Router } from 'express';
import { people } from '../people.ts';
import { drawPng, type Rgb } from './png.ts';

const SIZE = 128;
const UNIT = SIZE / 8;

/** `GET /avatars/:user/:hash.png`: a picture for each person who has one, made from the hash, always the same. */
export function avatarRouter(): Router {
  const router = Router();
  router.get('/avatars/:user/:file', (request, response) => {
    const persona = people.find(({ id }) => id === request.params.user);
    if (!persona?.avatar || request.params.file !== `${persona.avatar}.png`) return void response.sendStatus(404);
    response.type('image/png').set('cache-control', 'public, max-age=31536000, immutable');
    response.send(drawAvatar(persona.avatar));
  });
  return router;
}

/** A kart seen from the front, in two colours of the hash, on a third. */
function drawAvatar(hash: string): Buffer {
  const hue = (Number.parseInt(hash.slice(0, 4), 16) / 0xffff) * 360;
  const ground = rgb(hue, 0.45, 0.32);
  const body = rgb(hue + 150, 0.62, 0.68);
  const helmet = rgb(hue + 30, 0.7, 0.82);
  const dark: Rgb = [30, 30, 38];

  return drawPng(SIZE, SIZE, (px, py) => {
    const x = Math.abs(px / UNIT - 4);
    const y = py / UNIT;
    if (x > 2.1 && x < 3.3 && y > 4.3 && y < 6.7) return dark;
    if (y > 4.6 && y < 6.2 && x < 2.1) return y > 5.4 && x < 1.2 ? dark : body;
    if (y > 2.9 && y < 3.5 && x < 0.95) return dark;
    if (x * x + (y - 3.2) ** 2 < 1.9) return helmet;
    return ground;
  });
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
function rgb(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (offset: number) => {
    const k = (offset + (hue % 360) / 30) % 12;
    const swing = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - swing * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
