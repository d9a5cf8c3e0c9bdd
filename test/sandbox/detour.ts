import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/**
 * A proxy that leads `localhost:3333` and everything below it to the port that `stagePort` says, and everything else where it belongs. The SDK
 * takes messages from http://localhost:3333 and from no other local address; with the detour a browser sees a stage
 * on a free port there, so that tests run side by side.
 */
export async function openDetour(stagePort: () => number): Promise<{ url: string; close(): void }> {
  const portOf = (url: URL) => (url.port === '3333' ? stagePort() : Number(url.port || 80));

  const proxy = http.createServer((request, response) => {
    const url = new URL(request.url ?? '');
    const onward = http.request({
      host: '127.0.0.1',
      port: portOf(url),
      method: request.method,
      path: url.pathname + url.search,
      headers: request.headers,
      agent: false,
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      pipeline(answer, response, () => {});
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  // What browsers do for WebSockets.
  proxy.on('connect', (request, socket, head) => {
    const onward = net.connect(portOf(new URL(`http://${request.url}`)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write(head);
      pipeline(onward, socket, onward, () => {});
    });
    onward.on('error', () => socket.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
