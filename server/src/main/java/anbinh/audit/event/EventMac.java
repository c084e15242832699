package anbinh.audit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.audit.Disclosure;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import anbinh.seal.tree.Hash;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the events that this server recorded from rows that somebody else put into its database,
/// and the padding of the log from entries whose rows somebody took away: by a key that is a file
/// and not in the database. Other features have their rows told apart likewise, by [RowMac]. Safe
/// for many threads.
@Component
public class EventMac {
  private static final byte[] EVENT = "event\n".getBytes(UTF_8);
  private static final byte[] PADDING = "padding\n".getBytes(UTF_8);

  private final KeyedHash hash;

  public EventMac(DataFolder data) {
    this.hash = new KeyedHash(data.folder("keys").resolve("events.key"));
  }

  /// The code of an event's row.
  ///
  /// @param record the document that its leaf commits to
  public byte[] of(
      UUID id,
      byte[] record,
      Disclosure disclosure,
      @Nullable UUID actor,
      @Nullable UUID area,
      @Nullable String code) {
    return hash.of(
        EVENT,
        bytes(id),
        Hash.sha256(record).bytes(),
        (disclosure.name() + "\n").getBytes(UTF_8),
        bytes(actor),
        bytes(area),
        (code == null ? "" : code).getBytes(UTF_8));
  }

  /// The commitment of an entry of the log that stands for nothing.
  public Hash padding(long index) {
    return Hash.of(hash.of(PADDING, ByteBuffer.allocate(Long.BYTES).putLong(index).array()));
  }

  /// The code of a feature's row.
  byte[] row(String table, byte[][] values) {
    byte[][] parts = new byte[2 * values.length + 1][];
    parts[0] = (table + "\n").getBytes(UTF_8);
    for (int n = 0; n < values.length; n++) {
      parts[2 * n + 1] = ByteBuffer.allocate(Integer.BYTES).putInt(values[n].length).array();
      parts[2 * n + 2] = values[n];
    }
    return hash.of(parts);
  }

  private static byte[] bytes(@Nullable UUID of) {
    UUID id = of == null ? new UUID(0, 0) : of;
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
