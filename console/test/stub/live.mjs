// The live WebSocket of the stand-in: RFC 6455, server to client frames only.
import { createHash } from 'node:crypto';
import { framesPerSecond } from './footage.mjs';

function frame(opcode, payload) {
  const size = payload.length;
  const head =
    size < 126
      ? Buffer.from([0x80 | opcode, size])
      : size < 65_536
        ? Buffer.from([0x80 | opcode, 126, size >> 8, size & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0]), Buffer.from([size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255])]);
  return Buffer.concat([head, payload]);
}

export function acceptLive(world, request, socket) {
  const match = /^\/api\/cameras\/([^/]+)\/live$/.exec(request.url);
  const key = request.headers['sec-websocket-key'];
  if (!match || !key) {
    socket.destroy();
    return;
  }
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.on('error', () => {});
  const close = (code) => socket.end(frame(8, Buffer.from([code >> 8, code & 255])));
  const cookies = Object.fromEntries((request.headers.cookie ?? '').split(/;\s*/).map((each) => each.split('=')));
  const user = world.sessions.get(cookies.ANBINH_SESSION);
  const camera = world.cameras.find((each) => each.id === match[1]);
  if (!user) return close(4401);
  if (!user.roles.includes('DUTY_OFFICER')) return close(4403);
  if (!camera) return close(4404);
  const view = world.cameraView(camera);
  socket.write(frame(1, Buffer.from(JSON.stringify({ codecs: view.health.format.codecs === 'avc1.4D401F' ? 'avc1.4D400D' : view.health.format.codecs, width: 320, height: 180 }))));
  if (view.health.connection !== 'CONNECTED') {
    socket.write(frame(1, Buffer.from(JSON.stringify({ event: 'gap', cause: view.health.cause }))));
    return close(1001);
  }
  const { init, fragments } = world.footage.live;
  socket.write(frame(2, init));
  let next = 0;
  const timer = setInterval(() => {
    if (world.offline.has(camera.code)) return;
    if (next >= fragments.length) {
      clearInterval(timer);
      close(1001);
      return;
    }
    socket.write(frame(2, fragments[next++]));
  }, 1000 / framesPerSecond);
  socket.on('data', (data) => {
    if ((data[0] & 15) === 8) socket.end();
  });
  socket.on('close', () => clearInterval(timer));
}
