#!/usr/bin/env python3
"""Trains the reader of plates on drawn pictures and writes it as ONNX.

    ./anbinh plates draw --count 200000 --seed 1 --packed POOL
    python3 train.py --pool POOL --out FOLDER --steps 40000

Writes reader.onnx and its manifest reader.properties into a folder, and reader.pt, from which --start trains
further. Needs Debian's python3-torch, python3-onnx and python3-numpy. The same pool, seed, steps and number
of threads give the same net on the same processor.
"""
import argparse
import hashlib
import time
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional
from torch.optim import swa_utils

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"
WIDTH, HEIGHT, MAX_LENGTH, CLASSES = 128, 64, 11, len(ALPHABET) + 1  # Class 0: between characters.


class Reader(nn.Module):
    """Convolutions to two rows of 32 places; the text is read along the upper row, then along the lower one."""

    def __init__(self):
        super().__init__()

        def block(inputs, outputs, stride):
            return [nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]

        self.see = nn.Sequential(
            *block(1, 16, 2), *block(16, 32, (2, 1)), *block(32, 64, (1, 2)), *block(64, 64, (2, 1)),
            *block(64, 96, 1), *block(96, 128, (2, 1)), *block(128, 128, (2, 1)), *block(128, 128, 1))
        self.whole = nn.Linear(128, 128)  # What all of the plate says to each place, such as how many lines it has.
        self.character = nn.Conv2d(128, CLASSES, 1)

    def forward(self, pictures):
        """Pictures of shape (n, 1, 64, 128), from 0 to 255 → logits (n, 64, 38)."""
        mean = pictures.mean((1, 2, 3), keepdim=True)
        spread = (pictures - mean).square().mean((1, 2, 3), keepdim=True).sqrt() + 4
        seen = self.see((pictures - mean) / spread)
        whole = self.whole(seen.mean((2, 3)))[:, :, None, None]
        return self.character(functional.relu(seen + whole)).flatten(2).transpose(1, 2)


class Probabilities(nn.Module):
    """A trained reader that says probabilities."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        self.eval()

    def forward(self, pictures):
        return torch.softmax(self.reader(pictures), 2)


class Pool:
    """Drawn pictures and their labels, changed a little each time one is taken."""

    def __init__(self, folder, seed):
        rows = [line.split("\t") for line in Path(folder, "labels.tsv").read_text(encoding="utf-8").splitlines()]
        self.pictures = numpy.memmap(Path(folder, "pictures.bin"), numpy.uint8, "r").reshape(-1, HEIGHT, WIDTH)
        self.texts = torch.zeros(len(rows), MAX_LENGTH, dtype=torch.long)
        for row, (_, text, *_) in enumerate(rows):
            for place, character in enumerate(text[:MAX_LENGTH]):
                self.texts[row, place] = ALPHABET.index(character) + 1
        self.random = numpy.random.default_rng(seed)
        self.torch = torch.Generator().manual_seed(seed)

    def batch(self, size):
        rows = numpy.sort(self.random.integers(0, len(self.texts), size))
        pictures = torch.from_numpy(self.pictures[rows].astype(numpy.float32))[:, None]
        return self.change(pictures), self.texts[rows]

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


def loss_of(logits, texts):
    """Connectionist temporal classification (Graves et al., 2006), a share for each of eight characters."""
    count, places, _ = logits.shape
    each = functional.ctc_loss(
        functional.log_softmax(logits, 2).transpose(0, 1), texts, torch.full((count,), places), (texts > 0).sum(1),
        reduction="none", zero_infinity=True)
    return each.mean() / 8


def text_of(classes):
    """What is said along the places, without repetitions and what is between characters."""
    return [here for before, here in zip([0] + classes, classes) if here and here != before]


def exact(reader, pool, size=2000):
    """Share of pictures whose text is read exactly."""
    reader.eval()
    good = 0
    with torch.no_grad():
        for at in range(0, min(size, len(pool.texts)), 250):
            pictures = torch.from_numpy(pool.pictures[at:at + 250].astype(numpy.float32))[:, None]
            for classes, text in zip(reader(pictures).argmax(2).tolist(), pool.texts[at:at + 250].tolist()):
                good += text_of(classes) == [each for each in text if each]
    reader.train()
    return good / min(size, len(pool.texts))


MANIFEST = """# Trained on drawn plates by vision/train/train.py.
name = An B\u00ecnh plates
version = {version}
licence = Apache-2.0
source = vision/train
kind = ctc-plate
width = 128
height = 64
channels = 1
alphabet = {alphabet}
sha256 = {digest}
"""


def write(trained, out, version):
    """The net in the ONNX format, and its manifest."""
    net = out / "reader.onnx"
    torch.onnx.export(
        trained, torch.zeros(1, 1, HEIGHT, WIDTH), str(net), opset_version=17,
        input_names=["picture"], output_names=["characters"], dynamic_axes={"picture": {0: "n"}, "characters": {0: "n"}})
    digest = hashlib.sha256(net.read_bytes()).hexdigest()
    (out / "reader.properties").write_text(MANIFEST.format(version=version, alphabet=ALPHABET, digest=digest), encoding="utf-8")


def sample(trained, pool, out, count):
    """Pictures as they are given to the net, and what it says of their characters, to compare others with."""
    pictures = torch.from_numpy(pool.pictures[:count].astype(numpy.float32))[:, None]
    with torch.no_grad():
        characters = trained(pictures)
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
    parser.add_argument("--steps", type=int, default=40000)
    parser.add_argument("--batch", type=int, default=64)
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
    smooth = swa_utils.AveragedModel(reader, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(.998), use_buffers=True)
    optimiser = torch.optim.AdamW(reader.parameters(), options.rate, weight_decay=.01)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, options.steps, pct_start=.1)
    begun, loss_sum = time.time(), 0.
    for step in range(1, options.steps + 1):
        pictures, texts = pool.batch(options.batch)
        loss = loss_of(reader(pictures.to(memory_format=torch.channels_last)), texts)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1)
        optimiser.step()
        plan.step()
        smooth.update_parameters(reader)
        loss_sum += loss.item()
        if step % 100 == 0:
            note = f" exact {exact(smooth, check):.3f}" if step % 1000 == 0 else ""
            print(f"{step} {time.time() - begun:.0f} s loss {loss_sum / 100:.3f}{note}", flush=True)
            loss_sum = 0.
        if step % 1000 == 0 or step == options.steps:
            torch.save(smooth.module.state_dict(), out / "reader.pt")

    trained = Probabilities(smooth.module)
    write(trained, out, options.version)
    if options.sample:
        sample(trained, check, out, options.sample)


if __name__ == "__main__":
    main()
