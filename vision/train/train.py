#!/usr/bin/env python3
"""Trains the reader of plates on drawn pictures and writes it as ONNX.

    ./anbinh plates draw --count 200000 --seed 1 --packed POOL
    python3 train.py --pool POOL --out FOLDER --steps 12000

Writes reader.onnx and its manifest reader.properties into a folder, and reader.pt, from which --start trains
further. Needs Debian's python3-torch, python3-onnx and python3-numpy. The same pool, seed, steps and number
of threads give the same net on the same processor.
"""
import argparse
import hashlib
import math
import time
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"
WIDTH, HEIGHT, SLOTS, CLASSES = 128, 64, 11, len(ALPHABET) + 1  # Class 0: no character.


class Reader(nn.Module):
    """Plain convolutions to 8 × 16 places, at which eleven slots look, one a character."""

    def __init__(self):
        super().__init__()

        def block(inputs, outputs, stride):
            return [nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]

        channels = 128
        self.see = nn.Sequential(
            *block(1, 16, 2), *block(16, 48, 2), *block(48, 48, 1),
            *block(48, 96, 2), *block(96, channels, 1), *block(channels, channels, 1))
        self.place = nn.Parameter(torch.randn(1, channels, 8, 16) * .02)
        self.slot = nn.Parameter(torch.randn(SLOTS, channels) * .1)
        self.key = nn.Conv2d(channels, channels, 1)
        self.value = nn.Conv2d(channels, channels, 1)
        self.character = nn.Linear(channels, CLASSES)
        self.lines = nn.Linear(channels, 3)

    def forward(self, pictures):
        """Pictures of shape (n, 1, 64, 128), from 0 to 255 → logits (n, 11, 38), of lines (n, 3)."""
        mean = pictures.mean((1, 2, 3), keepdim=True)
        spread = (pictures - mean).square().mean((1, 2, 3), keepdim=True).sqrt() + 4
        seen = self.see((pictures - mean) / spread)
        placed = seen + self.place
        keys, values = self.key(placed).flatten(2), self.value(placed).flatten(2)
        looks = torch.softmax(self.slot @ keys / math.sqrt(keys.shape[1]), 2)
        return self.character(looks @ values.transpose(1, 2)), self.lines(seen.mean((2, 3)))


class Pool:
    """Drawn pictures and their labels, changed a little each time one is taken."""

    def __init__(self, folder, seed):
        rows = [line.split("\t") for line in Path(folder, "labels.tsv").read_text(encoding="utf-8").splitlines()]
        self.pictures = numpy.memmap(Path(folder, "pictures.bin"), numpy.uint8, "r").reshape(-1, HEIGHT, WIDTH)
        self.texts = torch.zeros(len(rows), SLOTS, dtype=torch.long)
        for row, (_, text, *_) in enumerate(rows):
            for slot, character in enumerate(text[:SLOTS]):
                self.texts[row, slot] = ALPHABET.index(character) + 1
        self.lines = torch.tensor([int(lines) for _, _, _, lines, _ in rows])
        self.random = numpy.random.default_rng(seed)
        self.torch = torch.Generator().manual_seed(seed)

    def batch(self, size):
        rows = numpy.sort(self.random.integers(0, len(self.texts), size))
        pictures = torch.from_numpy(self.pictures[rows].astype(numpy.float32))[:, None]
        return self.change(pictures), self.texts[rows], self.lines[rows]

    def change(self, pictures):
        """Shift, size, lean, contrast and noise of each picture."""
        count = len(pictures)

        def draw(*shape):
            return torch.randn(count, *shape, generator=self.torch)

        place = torch.zeros(count, 2, 3)
        place[:, 0, 0], place[:, 1, 1] = 1 + draw() * .05, 1 + draw() * .05
        place[:, 0, 1], place[:, 1, 0] = draw() * .06, draw() * .015
        place[:, :, 2] = draw(2) * .03
        grid = functional.affine_grid(place, list(pictures.shape), align_corners=False)
        moved = functional.grid_sample(pictures, grid, padding_mode="border", align_corners=False)
        lit = (moved - 128) * torch.exp(draw(1, 1, 1) * .2) + 128 + draw(1, 1, 1) * 15
        return (lit + draw(1, HEIGHT, WIDTH) * (draw(1, 1, 1).abs() * 5)).clamp(0, 255)


def exact(reader, pool, size=2000):
    """Share of pictures whose text is read exactly."""
    reader.eval()
    with torch.no_grad():
        pictures = torch.from_numpy(numpy.array(pool.pictures[:size], dtype=numpy.float32))[:, None]
        good = [(reader(part)[0].argmax(2) == texts).all(1)
                for part, texts in zip(pictures.split(250), pool.texts[:size].split(250))]
    reader.train()
    return torch.cat(good).float().mean().item()


MANIFEST = """# Trained on drawn plates by vision/train/train.py.
name = An B\u00ecnh plates
version = {version}
licence = Apache-2.0
source = vision/train
kind = slots
width = 128
height = 64
channels = 1
alphabet = {alphabet}
sha256 = {digest}
"""


def write(reader, out, version):
    """The net in the ONNX format, and its manifest."""
    net = out / "reader.onnx"
    torch.onnx.export(
        reader, torch.zeros(1, 1, HEIGHT, WIDTH), str(net), opset_version=17, input_names=["picture"],
        output_names=["characters", "lines"], dynamic_axes={name: {0: "n"} for name in ("picture", "characters", "lines")})
    digest = hashlib.sha256(net.read_bytes()).hexdigest()
    (out / "reader.properties").write_text(MANIFEST.format(version=version, alphabet=ALPHABET, digest=digest), encoding="utf-8")


def sample(reader, pool, out, count):
    """Pictures as they are given to the net, and what it says of their characters, to compare others with."""
    pictures = torch.from_numpy(numpy.array(pool.pictures[:count], dtype=numpy.float32))[:, None]
    with torch.no_grad():
        characters = reader(pictures)[0]
    numpy.array(pool.pictures[:count]).tofile(out / "sample.pictures")
    characters.numpy().astype("<f4").tofile(out / "sample.characters")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pool", required=True)
    parser.add_argument("--check", help="another pool, drawn from another seed, to measure with")
    parser.add_argument("--out", required=True, help="folder")
    parser.add_argument("--version", default="1")
    parser.add_argument("--sample", type=int, default=0, help="how many outputs to write beside the net")
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.use_deterministic_algorithms(True)
    pool = Pool(options.pool, options.seed)
    check = Pool(options.check or options.pool, options.seed)
    reader = Reader().to(memory_format=torch.channels_last)  # A third faster.
    if options.start:
        reader.load_state_dict(torch.load(options.start, weights_only=True))
    optimiser = torch.optim.AdamW(reader.parameters(), options.rate, weight_decay=.01)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, options.steps, pct_start=.1)
    begun, loss_sum = time.time(), 0.
    for step in range(1, options.steps + 1):
        pictures, texts, lines = pool.batch(options.batch)
        characters, counted = reader(pictures)
        loss = functional.cross_entropy(characters.flatten(0, 1), texts.flatten(), label_smoothing=.02) \
            + .1 * functional.cross_entropy(counted, lines)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1)
        optimiser.step()
        plan.step()
        loss_sum += loss.item()
        if step % 100 == 0 or step == options.steps:
            note = f" exact {exact(reader, check):.3f}" if step % 1000 == 0 or step == options.steps else ""
            print(f"{step} {time.time() - begun:.0f} s loss {loss_sum / 100:.3f}{note}", flush=True)
            loss_sum = 0.
        if step % 1000 == 0 or step == options.steps:
            torch.save(reader.state_dict(), out / "reader.pt")

    reader.eval()
    write(reader, out, options.version)
    if options.sample:
        sample(reader, check, out, options.sample)


if __name__ == "__main__":
    main()
