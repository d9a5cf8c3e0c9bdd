import type { Persona } from '../../people.ts';
import type { Setup } from '../contract.ts';
import type { Device } from './panel-menu.ts';

// Recent enough for the SDK to tell its own version in the handshake (it asks for 250).
const MOBILE_APP_VERSION = '312.0';

/** The address of one person's panel, with what Discord's client tells an activity in its query. */
export function frameAddress(
  setup: Setup,
  persona: Persona,
  launch: { frameId: string; instance: string; device: Device },
): { origin: string; href: string } {
  const url = new URL(setup.panelUrl);
  if (setup.hosts === 'own') {
    url.hostname = `${persona.key}.localhost`;
    url.port = location.port;
  }
  url.search = String(
    new URLSearchParams({
      instance_id: launch.instance,
      custom_id: 'undefined', // as a real client was seen to send when there is none
      guild_id: setup.guild.id,
      channel_id: setup.channel.id,
      location_id: setup.locationId,
      frame_id: launch.frameId,
      platform: launch.device,
      ...(launch.device === 'mobile' && { mobile_app_version: MOBILE_APP_VERSION }),
    }),
  );
  return { origin: url.origin, href: url.href };
}

/**
 * Not every system resolves names below localhost (older Safari doesn't). Then all panels share the panel's own
 * address: the SDK takes messages from a stage on port 3333 there too, only the network button has to rest.
 */
export async function withReachableHosts(setup: Setup): Promise<Setup> {
  if (setup.hosts === 'shared') return setup;
  const probe = `http://stage.localhost:${location.port}/`;
  const reached = await fetch(probe, { mode: 'no-cors', method: 'HEAD' }).then(
    () => true,
    () => false,
  );
  return reached ? setup : { ...setup, hosts: 'shared' };
}
