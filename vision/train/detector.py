#!/usr/bin/env python3
"""Makes the program's detector: MediaPipe's SSD-MobileNetV2 for Open Images (Apache-2.0) in the ONNX format.

    npm pack @mediapipe/objectron@0.4.1675468480 && tar xzf mediapipe-objectron-*.tgz
    python3 detector.py package FOLDER

Writes detector.onnx into a folder. It takes pictures of shape (1, 3, 300, 300), red first, from 0 to 255, and
gives `boxes` (1, 1917, 4), left, top, right and bottom as shares of the picture, and `scores` (1, 1917, 24) of
the labels in the package's object_detection_oidv4_labelmap.txt. Weights are kept as bytes, a scale a channel.
Needs Debian's python3-onnx and python3-numpy.
"""
import json
import math
import re
import struct
import sys
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

NET = "object_detection_ssd_mobilenetv2_oidv4_fp16.tflite"

# Of TensorFlow's schema.fbs: kinds of operators, of tensors, and of what is fused to them.
ADD, CONCATENATION, CONVOLUTION, DEPTHWISE, DEQUANTIZE, RESHAPE = 0, 2, 3, 4, 6, 22
TYPES = {0: numpy.float32, 1: numpy.float16, 2: numpy.int32}
SAME, RELU6 = 0, 3


class Table:
    """A table of a file in the FlatBuffers format, its fields by their numbers."""

    def __init__(self, data, at):
        self.data, self.at = data, at
        self.fields = at - struct.unpack_from("<i", data, at)[0]
        self.size = struct.unpack_from("<H", data, self.fields)[0]

    def place(self, field):
        slot = 4 + 2 * field
        offset = struct.unpack_from("<H", self.data, self.fields + slot)[0] if slot < self.size else 0
        return self.at + offset if offset else None

    def number(self, field, form="<i", otherwise=0):
        place = self.place(field)
        return otherwise if place is None else struct.unpack_from(form, self.data, place)[0]

    def table(self, field):
        place = self.place(field)
        return Table(self.data, place + struct.unpack_from("<I", self.data, place)[0])

    def bytes(self, field, width=1):
        place = self.place(field)
        if place is None:
            return b""
        start = place + struct.unpack_from("<I", self.data, place)[0]
        count = struct.unpack_from("<I", self.data, start)[0]
        return self.data[start + 4:start + 4 + count * width]

    def numbers(self, field):
        return numpy.frombuffer(self.bytes(field, 4), "<i4").tolist()

    def tables(self, field):
        place = self.place(field)
        start = place + struct.unpack_from("<I", self.data, place)[0] + 4
        count = struct.unpack_from("<I", self.data, start - 4)[0]
        each = [start + 4 * i for i in range(count)]
        return [Table(self.data, at + struct.unpack_from("<I", self.data, at)[0]) for at in each]


def net(package):
    """The bytes of the net in the package's file of all assets."""
    loader = (package / "objectron_solution_packed_assets_loader.js").read_text(encoding="utf-8")
    files = json.loads(re.search(r'"files": (\[.*?])', loader).group(1))
    place = next(each for each in files if each["filename"].endswith(NET))
    return (package / "objectron_solution_packed_assets.data").read_bytes()[place["start"]:place["end"]]


def anchors():
    """Middle, width and height of the boxes that the net's answers are measured by (Liu et al., SSD, 2016)."""
    scales = [.2 + .75 * layer / 5 for layer in range(6)] + [1.]
    found = []
    for layer, side in enumerate([19, 10, 5, 3, 2, 1]):
        if layer == 0:
            shapes = [(.1, 1.), (scales[0], 2.), (scales[0], .5)]
        else:
            shapes = [(scales[layer], ratio) for ratio in (1., 2., .5, 3., 1 / 3)]
            shapes.append((math.sqrt(scales[layer] * scales[layer + 1]), 1.))
        found += [((x + .5) / side, (y + .5) / side, scale * math.sqrt(ratio), scale / math.sqrt(ratio))
                  for y in range(side) for x in range(side) for scale, ratio in shapes]
    return numpy.array(found, numpy.float32)


class Converter:
    def __init__(self, data):
        model = Table(data, struct.unpack_from("<I", data, 0)[0])
        graph = model.tables(2)[0]
        self.codes = [max(each.number(0, "<b"), each.number(3)) for each in model.tables(1)]
        self.buffers, self.tensors, self.operators = model.tables(4), graph.tables(0), graph.tables(3)
        self.ends = graph.numbers(2)
        self.shapes = [each.numbers(0) for each in self.tensors]
        self.names = {}  # Of what stands in ONNX for a tensor: a picture with its channels first.
        self.constants = {}
        self.nodes, self.initializers = [], []
        self.names[graph.numbers(1)[0]] = self.add("Sub", [self.add("Div", ["picture", self.constant("half", numpy.float32(127.5))]),
                                                           self.constant("one", numpy.float32(1))])

    def constant(self, name, value):
        self.initializers.append(numpy_helper.from_array(numpy.asarray(value), name))
        return name

    def add(self, kind, inputs, name=None, **attributes):
        name = name or f"{kind}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def value(self, tensor):
        """Of a tensor that is constant."""
        if tensor in self.constants:
            return self.constants[tensor]
        values = numpy.frombuffer(self.buffers[self.tensors[tensor].number(2)].bytes(0), TYPES[self.tensors[tensor].number(1, "<b")])
        return values.reshape(self.shapes[tensor])

    def weights(self, name, values):
        """As bytes, each times the scale of its channel: what loads the net works them out once."""
        scales = numpy.maximum(numpy.abs(values).max((1, 2, 3), keepdims=True), 1e-9).astype(numpy.float32) / 127
        quantized = self.constant(name + ".weights", numpy.round(values / scales).astype(numpy.int8))
        return self.add("Mul", [self.add("Cast", [quantized], to=TensorProto.FLOAT), self.constant(name + ".scales", scales)])

    def activated(self, name, kind):
        if kind == 0:
            return name
        if kind != RELU6:
            raise ValueError(f"the net has an activation {kind}, which is not known here")
        return self.add("Clip", [name, "zero", "six"])

    def convolution(self, operator, inputs, output, depthwise):
        options = operator.table(4)
        if options.number(0, "<b") != SAME:
            raise ValueError("the net has a convolution without padding, which is not known here")
        strides = [options.number(2), options.number(1)]
        values = self.value(inputs[1]).astype(numpy.float32)
        values = values.transpose(3, 0, 1, 2) if depthwise else values.transpose(0, 3, 1, 2)
        pads = []
        for axis in (0, 1):
            size, kernel = self.shapes[inputs[0]][1 + axis], values.shape[2 + axis]
            all_of = max((self.shapes[output][1 + axis] - 1) * strides[axis] + kernel - size, 0)
            pads.append((all_of // 2, all_of - all_of // 2))
        name = f"conv{output}"
        bias = self.constant(name + ".bias", self.value(inputs[2]).astype(numpy.float32))
        made = self.add("Conv", [self.names[inputs[0]], self.weights(name, values), bias], strides=strides,
                        pads=[pads[0][0], pads[1][0], pads[0][1], pads[1][1]], group=len(values) if depthwise else 1)
        self.names[output] = self.activated(made, options.number(4 if depthwise else 3, "<b"))

    def reshape(self, inputs, output):
        name = self.names[inputs[0]]
        if inputs[0] not in self.flat:
            name = self.add("Transpose", [name], perm=[0, 2, 3, 1])
        shape = [1, -1, self.shapes[output][-1]]
        self.names[output] = self.add("Reshape", [name, self.constant(f"shape{output}", numpy.array(shape, numpy.int64))])
        self.flat.add(output)

    def convert(self):
        self.constant("zero", numpy.float32(0))
        self.constant("six", numpy.float32(6))
        self.flat = set()
        for operator in self.operators:
            kind, inputs, [output] = self.codes[operator.number(0, "<I")], operator.numbers(1), operator.numbers(2)
            if kind == DEQUANTIZE:
                self.constants[output] = self.value(inputs[0])
            elif kind in (CONVOLUTION, DEPTHWISE):
                self.convolution(operator, inputs, output, kind == DEPTHWISE)
            elif kind == ADD:
                self.names[output] = self.activated(self.add("Add", [self.names[each] for each in inputs]), operator.table(4).number(0, "<b"))
            elif kind == RESHAPE:
                self.reshape(inputs, output)
            elif kind == CONCATENATION:
                self.names[output] = self.add("Concat", [self.names[each] for each in inputs], axis=1)
                self.flat.add(output)
            else:
                raise ValueError(f"the net has an operator {kind}, which is not known here")
        self.boxes(self.names[self.ends[0]])
        self.add("Sigmoid", [self.names[self.ends[1]]], "scores")

    def boxes(self, encoded):
        """From top, left, height and width by the anchors to left, top, right and bottom."""
        by = anchors()
        order = self.constant("order", numpy.array([1, 0, 3, 2], numpy.int64))
        told = self.add("Gather", [encoded, order], axis=2)
        parts = [f"{name}.told" for name in ("middle", "size")]
        self.nodes.append(helper.make_node("Split", [told], parts, axis=2))
        sizes = self.constant("anchor.sizes", by[None, :, 2:])
        shifted = self.add("Mul", [self.add("Div", [parts[0], self.constant("ten", numpy.float32(10))]), sizes])
        middle = self.add("Add", [shifted, self.constant("anchor.middles", by[None, :, :2])])
        whole = self.add("Mul", [self.add("Exp", [self.add("Div", [parts[1], self.constant("five", numpy.float32(5))])]), sizes])
        half = self.add("Div", [whole, self.constant("two", numpy.float32(2))])
        self.add("Concat", [self.add("Sub", [middle, half]), self.add("Add", [middle, half])], "boxes", axis=2)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    converter = Converter(net(Path(sys.argv[1])))
    converter.convert()
    graph = helper.make_graph(
        converter.nodes, "detector", [helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, 300, 300])],
        [helper.make_tensor_value_info("boxes", TensorProto.FLOAT, [1, 1917, 4]),
         helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 1917, 24])], converter.initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="detector.py")
    model.ir_version = 8
    onnx.checker.check_model(model)
    Path(sys.argv[2], "detector.onnx").write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
