package anbinh.vision.protocol;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message that was received.
final class MessageReader {
  private final ByteBuffer bytes;

  private MessageReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /// Reads what each direction begins with.
  ///
  /// @throws ProtocolException where it is something else
  static void header(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != Messages.MAGIC) {
      throw new ProtocolException("does not begin as this protocol does");
    }
    int version = data.readUnsignedByte();
    if (version != Messages.VERSION) {
      throw new ProtocolException(
          "is version %d of the protocol, not %d".formatted(version, Messages.VERSION));
    }
  }

  /// Null at the end.
  static @Nullable MessageReader next(InputStream in) throws IOException {
    byte[] prefix = in.readNBytes(Integer.BYTES);
    if (prefix.length == 0) {
      return null;
    }
    if (prefix.length < Integer.BYTES) {
      throw new EOFException("ends within a message");
    }
    int length = ByteBuffer.wrap(prefix).getInt();
    if (length < 1 || length > Messages.MAX_LENGTH) {
      throw new ProtocolException("a message cannot be of %d bytes".formatted(length));
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("ends within a message");
    }
    return new MessageReader(bytes);
  }

  /// What a message says.
  interface Content<T> {
    T read(MessageReader message) throws ProtocolException;
  }

  /// Reads all of the message.
  ///
  /// @throws ProtocolException where it is shorter, longer or else not as it must be
  <T> T all(Content<T> content) throws ProtocolException {
    try {
      T read = content.read(this);
      if (bytes.hasRemaining()) {
        throw new ProtocolException("a message is %d bytes too long".formatted(bytes.remaining()));
      }
      return read;
    } catch (BufferUnderflowException e) {
      throw new ProtocolException("a message is too short");
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a message is wrong: " + e.getMessage());
    }
  }

  int number8() {
    return bytes.get() & 0xff;
  }

  boolean flag() throws ProtocolException {
    int value = number8();
    if (value > 1) {
      throw new ProtocolException("a flag cannot be " + value);
    }
    return value == 1;
  }

  int number32() {
    return bytes.getInt();
  }

  long number64() {
    return bytes.getLong();
  }

  float real32() {
    return bytes.getFloat();
  }

  double real64() {
    return bytes.getDouble();
  }

  byte[] bytes() throws ProtocolException {
    int length = number32();
    if (length < 0 || length > bytes.remaining()) {
      throw new ProtocolException("a field cannot be of %d bytes".formatted(length));
    }
    byte[] value = new byte[length];
    bytes.get(value);
    return value;
  }

  String text() throws ProtocolException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new ProtocolException("a text is not in UTF-8");
    }
  }

  Instant time() {
    return Instant.ofEpochMilli(number64());
  }

  <E extends Enum<E>> @Nullable E choice(Class<E> type) throws ProtocolException {
    String name = text();
    if (name.isEmpty()) {
      return null;
    }
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("%s has no %s".formatted(type.getSimpleName(), name));
    }
  }

  <E extends Enum<E>> E needed(Class<E> type) throws ProtocolException {
    E value = choice(type);
    if (value == null) {
      throw new ProtocolException("%s is lacking".formatted(type.getSimpleName()));
    }
    return value;
  }
}
