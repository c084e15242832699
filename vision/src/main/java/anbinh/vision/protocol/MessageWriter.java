package anbinh.vision.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message to be written.
final class MessageWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream data = new DataOutputStream(bytes);

  MessageWriter(int kind) {
    number8(kind);
  }

  /// What each direction begins with.
  static void header(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(Messages.MAGIC);
    data.writeByte(Messages.VERSION);
    data.flush();
  }

  void writeTo(OutputStream out) throws IOException {
    if (bytes.size() > Messages.MAX_LENGTH) {
      throw new ProtocolException("a message of %d bytes is too long".formatted(bytes.size()));
    }
    DataOutputStream whole = new DataOutputStream(out);
    whole.writeInt(bytes.size());
    bytes.writeTo(whole);
    whole.flush();
  }

  MessageWriter number8(int value) {
    return write(() -> data.writeByte(value));
  }

  MessageWriter flag(boolean value) {
    return number8(value ? 1 : 0);
  }

  MessageWriter number32(int value) {
    return write(() -> data.writeInt(value));
  }

  MessageWriter number64(long value) {
    return write(() -> data.writeLong(value));
  }

  MessageWriter real32(float value) {
    return write(() -> data.writeFloat(value));
  }

  MessageWriter real64(double value) {
    return write(() -> data.writeDouble(value));
  }

  MessageWriter bytes(byte[] value) {
    number32(value.length);
    return write(() -> data.write(value));
  }

  MessageWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  MessageWriter time(Instant value) {
    return number64(value.toEpochMilli());
  }

  MessageWriter choice(@Nullable Enum<?> value) {
    return text(value == null ? "" : value.name());
  }

  private MessageWriter write(Field field) {
    try {
      field.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    return this;
  }

  private interface Field {
    void write() throws IOException;
  }
}
