// Two minutes of made-up video at 10 frames a second; each frame carries its number as 12 black or
// white bars, so that a test can read which frame is on the screen.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(tmpdir(), `anbinh-console-stub-${process.getuid?.() ?? 0}`);
export const framesPerSecond = 10;
export const windowMillis = 120_000;

/** The path of a file of that name; made first if it is not there, whole at once: others may be looking. */
function made(name, ...args) {
  const path = join(folder, name);
  if (!existsSync(path)) {
    const own = join(folder, `${process.pid}-${name}`);
    const result = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args, own]);
    if (result.status !== 0) throw new Error(`ffmpeg: ${result.stderr}`);
    renameSync(own, path);
  }
  return path;
}

export class Footage {
  async ready() {
    mkdirSync(folder, { recursive: true });
    const bars = "geq=lum='if(lt(Y,24),if(bitand(N,pow(2,floor(X/(W/12)))),235,16),lum(X,Y))':cb='if(lt(Y,12),128,cb(X,Y))':cr='if(lt(Y,12),128,cr(X,Y))'";
    this.master = made(
      'master-4.mp4',
      '-f',
      'lavfi',
      '-i',
      `testsrc2=size=320x180:rate=${framesPerSecond}:duration=120`,
      '-vf',
      bars,
      '-pix_fmt',
      'yuv420p',
      '-c:v',
      'libx264',
      '-profile:v',
      'main',
      '-preset',
      'ultrafast',
      '-crf',
      '30',
      '-g',
      '20',
      '-bf',
      '0',
      '-movflags',
      '+faststart',
    );
    const live = made('live-4.mp4', '-i', this.master, '-c', 'copy', '-movflags', '+frag_every_frame+empty_moov+default_base_moof');
    this.live = splitFragments(readFileSync(live));
    this.still = made('still-4.jpg', '-i', this.master, '-frames:v', '1');
  }

  /** The first `millis` of the master as a file of its own. */
  clip(millis) {
    const frames = Math.max(1, Math.round((millis / 1000) * framesPerSecond));
    if (frames >= (windowMillis / 1000) * framesPerSecond) return readFileSync(this.master);
    return readFileSync(made(`clip-4-${frames}.mp4`, '-i', this.master, '-frames:v', String(frames), '-c', 'copy', '-movflags', '+faststart'));
  }
}

function splitFragments(bytes) {
  const boxes = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), bytes: bytes.subarray(at, at + size) });
    at += size;
  }
  const init = Buffer.concat(boxes.filter((box) => box.type === 'ftyp' || box.type === 'moov').map((box) => box.bytes));
  const fragments = [];
  for (let index = 0; index < boxes.length; index++) {
    if (boxes[index].type === 'moof') fragments.push(Buffer.concat([boxes[index].bytes, boxes[index + 1].bytes]));
  }
  return { init, fragments };
}
