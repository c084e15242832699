// Two minutes of made-up video at 10 frames a second; each frame carries its number as 12 black or
// white bars, so that a test can read which frame is on the screen.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(tmpdir(), `anbinh-console-stub-${process.getuid?.() ?? 0}`);
export const framesPerSecond = 10;
export const windowMillis = 120_000;

function ffmpeg(...args) {
  const result = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args]);
  if (result.status !== 0) throw new Error(`ffmpeg: ${result.stderr}`);
}

export class Footage {
  async ready() {
    mkdirSync(folder, { recursive: true });
    this.master = join(folder, 'master-4.mp4');
    if (!existsSync(this.master)) {
      const bars = "geq=lum='if(lt(Y,24),if(bitand(N,pow(2,floor(X/(W/12)))),235,16),lum(X,Y))':cb='if(lt(Y,12),128,cb(X,Y))':cr='if(lt(Y,12),128,cr(X,Y))'";
      ffmpeg('-f', 'lavfi', '-i', `testsrc2=size=320x180:rate=${framesPerSecond}:duration=120`, '-vf', bars, '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-profile:v', 'main', '-preset', 'ultrafast', '-crf', '30', '-g', '20', '-bf', '0', '-movflags', '+faststart', this.master);
    }
    const live = join(folder, 'live-4.mp4');
    if (!existsSync(live)) ffmpeg('-i', this.master, '-c', 'copy', '-movflags', '+frag_every_frame+empty_moov+default_base_moof', live);
    this.live = splitFragments(readFileSync(live));
    this.still = join(folder, 'still-4.jpg');
    if (!existsSync(this.still)) ffmpeg('-i', this.master, '-frames:v', '1', this.still);
  }

  /** The first `millis` of the master as a file of its own. */
  clip(millis) {
    const frames = Math.max(1, Math.round((millis / 1000) * framesPerSecond));
    if (frames >= (windowMillis / 1000) * framesPerSecond) return readFileSync(this.master);
    const file = join(folder, `clip-4-${frames}.mp4`);
    if (!existsSync(file)) ffmpeg('-i', this.master, '-frames:v', String(frames), '-c', 'copy', '-movflags', '+faststart', file);
    return readFileSync(file);
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
