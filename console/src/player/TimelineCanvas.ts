import type { Activity } from './activity';
import type { Coverage } from './coverage';
import type { Marks } from './marks';
import css from './player.module.css';
import { millisPerPixel, ticks, timeAt, type View, xOf } from './timelineModel';

export interface Lane {
  cameraId: string;
  label: string;
  coverage: Coverage;
  activity: readonly Activity[];
}

const tilePixels = 512;

/** The pixels of a lane and between lanes, and whether it bears a number for want of room for a code. */
export interface LaneSize {
  height: number;
  gap: number;
  numbered: boolean;
}

/** Many lanes are narrow, so that the pictures stay large; on a phone more than one is many. */
export function laneSize(lanes: number, onPhone: boolean): LaneSize {
  if (lanes > (onPhone ? 1 : 4)) return { height: 14, gap: 1, numbered: true };
  return lanes > 2 ? { height: 20, gap: 3, numbered: false } : { height: 28, gap: 6, numbered: false };
}

/** A bar's pixels in a lane: one more with each doubling, and the first to be seen. */
function barHeight(count: number, laneHeight: number): number {
  return count === 0 ? 0 : Math.min(laneHeight * 0.43, laneHeight * 0.1 + 1.5 * Math.log2(count));
}

const tokens = {
  lane: 'stage-control',
  run: 'stage-run',
  gap: 'stage-bad',
  remark: 'signal',
  unknown: 'stage-panel',
  head: 'signal',
  mark: 'stage-mark',
  now: 'stage-ok',
  vehicles: 'stage-vehicles',
  persons: 'stage-persons',
};

function readColours(): typeof tokens {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(`--${token}`)])) as typeof tokens;
}

/**
 * Draws the strip: lanes of coverage as bitmap tiles of 512 pixels that are made once per lane and
 * zoom and then only copied, over them the marks, the now line and the playhead in the middle. Hour
 * labels are elements, so that they are sharp and can be read.
 */
export class TimelineCanvas {
  private readonly context: CanvasRenderingContext2D;
  private readonly colours = readColours();
  private tiles = new Map<string, HTMLCanvasElement>();
  private versions = new Map<Coverage | readonly Activity[], number>();
  private version = 0;
  private labels: HTMLSpanElement[] = [];
  private drawn = '';
  private readonly scale = Math.min(2, window.devicePixelRatio || 1);
  private hatch: CanvasPattern | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly axis: HTMLElement,
    private readonly zone: string,
  ) {
    this.context = canvas.getContext('2d', { alpha: false })!;
  }

  height(lanes: number, { height, gap }: LaneSize): number {
    return Math.max(1, lanes) * (height + gap) + gap;
  }

  draw(view: View, lanes: readonly Lane[], size: LaneSize, marks: Marks, now: number): void {
    const key = `${view.centre} ${view.spanMillis} ${view.widthPixels} ${lanes.map((lane) => `${lane.cameraId}${this.versionOf(lane.coverage)} ${this.versionOf(lane.activity)}`).join()} ${size.height} ${marks.from} ${marks.to} ${Math.floor(now / 1000)}`;
    if (key === this.drawn || view.widthPixels < 2) return;
    this.drawn = key;
    const height = this.height(lanes.length, size);
    this.size(view.widthPixels, height);
    const { context, scale } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.colours.unknown;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const perPixel = millisPerPixel(view);
    const tileMillis = perPixel * tilePixels;
    lanes.forEach((lane, index) => {
      const y = size.gap + index * (size.height + size.gap);
      for (let tile = Math.floor(timeAt(view, 0) / tileMillis); tile * tileMillis < timeAt(view, view.widthPixels); tile++) {
        context.drawImage(this.tile(lane, tile, perPixel, size.height), Math.round(xOf(view, tile * tileMillis) * scale), Math.round(y * scale));
      }
    });
    context.setTransform(scale, 0, 0, scale, 0, 0);
    this.drawMarks(view, marks);
    const nowX = xOf(view, now);
    context.fillStyle = this.colours.now;
    if (nowX < view.widthPixels) context.fillRect(nowX, 0, 1.5, height);
    context.fillStyle = this.colours.head;
    context.fillRect(view.widthPixels / 2 - 1, 0, 2, height);
    this.drawAxis(view);
  }

  private versionOf(shown: Coverage | readonly Activity[]): number {
    let found = this.versions.get(shown);
    if (found === undefined) {
      found = ++this.version;
      if (this.versions.size > 64) this.versions.clear();
      this.versions.set(shown, found);
    }
    return found;
  }

  private size(width: number, height: number): void {
    const w = Math.round(width * this.scale);
    const h = Math.round(height * this.scale);
    if (this.canvas.width === w && this.canvas.height === h) return;
    this.canvas.width = w;
    this.canvas.height = h;
    this.canvas.style.blockSize = `${height}px`;
  }

  private tile(lane: Lane, index: number, perPixel: number, laneHeight: number): HTMLCanvasElement {
    const key = `${lane.cameraId} ${this.versionOf(lane.coverage)} ${this.versionOf(lane.activity)} ${perPixel} ${index} ${laneHeight}`;
    const known = this.tiles.get(key);
    if (known) return known;
    if (this.tiles.size > 240) this.tiles.clear();
    const tile = document.createElement('canvas');
    tile.width = Math.ceil(tilePixels * this.scale) + 1;
    tile.height = laneHeight * this.scale;
    const context = tile.getContext('2d', { alpha: false })!;
    context.fillStyle = this.colours.unknown;
    context.fillRect(0, 0, tile.width, tile.height);
    context.setTransform(this.scale, 0, 0, this.scale, 0, 0);
    const from = index * perPixel * tilePixels;
    const to = from + perPixel * tilePixels;
    const bar = (run: { from: number; to: number }, fill: string | CanvasPattern, least: number, top = 0, bottom = laneHeight) => {
      if (run.to < from || run.from > to) return;
      const x = Math.max(0, (run.from - from) / perPixel);
      const end = Math.min(tilePixels + 1, (run.to - from) / perPixel);
      context.fillStyle = fill;
      context.fillRect(x, top, Math.max(least, end - x), bottom - top);
    };
    for (const asked of lane.coverage.asked) bar(asked, this.colours.lane, 0);
    for (const run of lane.coverage.recorded) bar(run, this.colours.run, 1);
    // Vehicles from below, persons from above.
    for (const part of lane.activity) {
      bar(part, this.colours.vehicles, 1, laneHeight - barHeight(part.vehicles, laneHeight));
      bar(part, this.colours.persons, 1, 0, barHeight(part.persons, laneHeight));
    }
    for (const remark of lane.coverage.remarks) bar(remark, this.colours.remark, 2, laneHeight - 5);
    for (const gap of lane.coverage.gaps) {
      bar(gap, this.colours.lane, 2);
      bar(gap, this.hatching(context), 2);
    }
    this.tiles.set(key, tile);
    return tile;
  }

  private hatching(context: CanvasRenderingContext2D): CanvasPattern {
    if (this.hatch) return this.hatch;
    const cell = document.createElement('canvas');
    cell.width = 8;
    cell.height = 8;
    const pen = cell.getContext('2d')!;
    pen.strokeStyle = this.colours.gap;
    pen.lineWidth = 1.6;
    for (const offset of [-8, 0, 8]) {
      pen.moveTo(offset, 8);
      pen.lineTo(offset + 8, 0);
    }
    pen.stroke();
    this.hatch = context.createPattern(cell, 'repeat')!;
    return this.hatch;
  }

  private drawMarks(view: View, marks: Marks): void {
    if (marks.from === null && marks.to === null) return;
    const { context } = this;
    const height = this.canvas.height / this.scale;
    const from = marks.from === null ? null : xOf(view, marks.from);
    const to = marks.to === null ? null : xOf(view, marks.to);
    context.fillStyle = this.colours.mark;
    if (from !== null && to !== null) context.fillRect(from, 0, to - from, height);
    context.fillStyle = this.colours.head;
    if (from !== null) context.fillRect(from, 0, 1, height);
    if (to !== null) context.fillRect(to, 0, 1, height);
  }

  private drawAxis(view: View): void {
    const found = ticks(view, this.zone);
    found.forEach((tick, index) => {
      let label = this.labels[index];
      if (!label) {
        label = document.createElement('span');
        label.className = css.axisLabel!;
        this.axis.append(label);
        this.labels[index] = label;
      }
      if (label.textContent !== tick.label) label.textContent = tick.label;
      label.hidden = false;
      label.classList.toggle(css.axisMajor!, tick.major);
      label.style.transform = `translateX(${xOf(view, tick.at).toFixed(1)}px)`;
    });
    for (let index = found.length; index < this.labels.length; index++) this.labels[index]!.hidden = true;
  }
}
