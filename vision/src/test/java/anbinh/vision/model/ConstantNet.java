package anbinh.vision.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Makes a net in the ONNX format that says the same of every picture: to test what is made of it.
///
/// The numbers of fields are those of `onnx.proto3`.
public final class ConstantNet {
  private static final int FLOAT = 1;
  private static final int TENSOR = 4;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ConstantNet() {}

  /// What comes out by a name.
  ///
  /// @param shape whose product is the number of values
  public record Output(long[] shape, float... values) {}

  /// @param width of the pictures that it takes, of three channels
  public static byte[] of(int width, int height, Map<String, Output> outputs) {
    ConstantNet graph = new ConstantNet();
    outputs.forEach((name, output) -> graph.part(1, constant(name, output)));
    graph.text(2, "constant");
    graph.part(11, value("pixel_values", 1, 3, height, width));
    outputs.forEach((name, output) -> graph.part(12, value(name, output.shape())));
    return new ConstantNet()
        .number(1, 8)
        .part(7, graph)
        .part(8, new ConstantNet().number(2, 13))
        .bytes
        .toByteArray();
  }

  private static ConstantNet constant(String name, Output output) {
    ConstantNet tensor = new ConstantNet();
    for (long length : output.shape()) {
      tensor.number(1, length);
    }
    ByteBuffer raw =
        ByteBuffer.allocate(output.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : output.values()) {
      raw.putFloat(value);
    }
    tensor.number(2, FLOAT).raw(9, raw.array());
    return new ConstantNet()
        .text(2, name)
        .text(4, "Constant")
        .part(5, new ConstantNet().text(1, "value").part(5, tensor).number(20, TENSOR));
  }

  private static ConstantNet value(String name, long... shape) {
    ConstantNet lengths = new ConstantNet();
    for (long length : shape) {
      lengths.part(1, new ConstantNet().number(1, length));
    }
    return new ConstantNet()
        .text(1, name)
        .part(2, new ConstantNet().part(1, new ConstantNet().number(1, FLOAT).part(2, lengths)));
  }

  private ConstantNet number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  private ConstantNet text(int field, String text) {
    return raw(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private ConstantNet part(int field, ConstantNet part) {
    return raw(field, part.bytes.toByteArray());
  }

  private ConstantNet raw(int field, byte[] content) {
    varint((long) field << 3 | 2);
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while (rest > 0x7f) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
