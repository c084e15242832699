package anbinh.media.rtp;

import anbinh.media.AccessUnit;
import anbinh.media.StreamListener;
import anbinh.media.VideoFormat;
import anbinh.media.codec.NalSyntax;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Joins NAL units to access units and decides where each ends. For one thread.
///
/// A unit ends at the marker, as RFC 3550 has it, once the stream's first pictures have shown that
/// its markers can be trusted; until then, and for good where a marker came before the picture's
/// last NAL unit, it ends where the next NAL unit can only belong to another picture. A lost marker
/// is made up for by that same rule. A new timestamp alone does not end a unit whose next slice
/// says that it continues the picture.
///
/// Delivered is what is whole: nothing before the first key unit, no damaged unit, and after damage
/// nothing before the next key unit.
final class AccessUnitAssembler {
  private static final int LENGTH_BYTES = 4;
  private static final int INITIAL_CAPACITY = 16 * 1024;

  /// So many pictures must end as their marker says before markers are trusted.
  private static final int PICTURES_OF_PROBATION = 3;

  private static final int NONE = -1;

  private enum Markers {
    ON_PROBATION,
    TRUSTED,
    UNRELIABLE
  }

  private final NalSyntax syntax;
  private final ParameterSets parameterSets;
  private final int maximumBytes;
  private final StreamListener receiver;
  private final TimestampExtender extender = new TimestampExtender();

  // The unit being assembled.
  private byte[] scratch = new byte[INITIAL_CAPACITY];
  private int size;
  private int openNalAt = NONE;
  private int firstSliceAt = NONE;
  private boolean marked;
  private int timestamp;
  private long receivedNanos;
  private Instant receivedAt = Instant.EPOCH;

  // The stream.
  private Markers markers = Markers.ON_PROBATION;
  private int markersConfirmed;

  /// Slices that may belong to a picture whose beginning is missing are skipped.
  private boolean skipping = true;

  private boolean awaitingKey = true;
  private @Nullable VideoFormat format;
  private long picturesSeen;
  private long picturesDelivered;
  private long keysWithoutFormat;

  AccessUnitAssembler(
      NalSyntax syntax, ParameterSets parameterSets, int maximumBytes, StreamListener receiver) {
    this.syntax = syntax;
    this.parameterSets = parameterSets;
    this.maximumBytes = maximumBytes;
    this.receiver = receiver;
  }

  TimestampExtender extender() {
    return extender;
  }

  /// Pictures that came whole, delivered or not.
  long picturesSeen() {
    return picturesSeen;
  }

  long picturesDelivered() {
    return picturesDelivered;
  }

  /// Key pictures not delivered because no usable parameter sets had come.
  long keysWithoutFormat() {
    return keysWithoutFormat;
  }

  /// States when the packets that follow were received.
  void receivedAt(long nanos, Instant at) {
    receivedNanos = nanos;
    receivedAt = at;
  }

  /// Drops the unit being assembled; nothing is delivered before the next key unit.
  void damage() {
    clear();
    skipping = true;
    awaitingKey = true;
  }

  /// Takes a NAL unit that came in one piece.
  ///
  /// @return false when it breaks the coding or the limits; the caller then calls [#damage]
  boolean wholeNal(int at, ByteBuffer nal) {
    int header = syntax.headerBytes();
    if (nal.remaining() < header) {
      return false;
    }
    int start = nal.position();
    byte payload = nal.remaining() > header ? nal.get(start + header) : 0;
    return begin(at, nal.get(start), payload) && append(nal) && closeNal();
  }

  /// Begins an H.264 NAL unit that comes in fragments.
  ///
  /// @param fragment what remains in it belongs to the unit
  boolean openNal(int at, byte header, ByteBuffer fragment) {
    return begin(at, header, fragment.get(fragment.position()))
        && append(header)
        && append(fragment);
  }

  /// Begins an H.265 NAL unit that comes in fragments.
  boolean openNal(int at, byte header, byte secondHeader, ByteBuffer fragment) {
    return begin(at, header, fragment.get(fragment.position()))
        && append(header)
        && append(secondHeader)
        && append(fragment);
  }

  /// Goes on with the NAL unit that was opened.
  boolean continueNal(ByteBuffer fragment) {
    return append(fragment);
  }

  boolean closeNal() {
    if (openNalAt == NONE) {
      return skipping;
    }
    int start = openNalAt + LENGTH_BYTES;
    int length = size - start;
    scratch[openNalAt] = (byte) (length >>> 24);
    scratch[openNalAt + 1] = (byte) (length >>> 16);
    scratch[openNalAt + 2] = (byte) (length >>> 8);
    scratch[openNalAt + 3] = (byte) length;
    openNalAt = NONE;
    if (syntax.isParameterSet(syntax.type(scratch[start]))) {
      parameterSets.add(ByteBuffer.wrap(scratch, start, length));
    }
    return true;
  }

  /// Told after every packet that carried the marker.
  void marker() {
    if (firstSliceAt == NONE || openNalAt != NONE) {
      return;
    }
    if (markers == Markers.TRUSTED) {
      complete();
    } else {
      marked = true;
    }
  }

  private boolean begin(int at, byte header, byte payload) {
    if (openNalAt != NONE) {
      return false;
    }
    int type = syntax.type(header);
    boolean slice = syntax.isSlice(type);
    boolean first = slice && syntax.isFirstSlice(payload);
    if (firstSliceAt != NONE) {
      if (endsUnit(at, type, slice, first)) {
        confirmMarker();
        complete();
      } else if (marked) {
        markers = Markers.UNRELIABLE;
      }
    }
    if (firstSliceAt == NONE) {
      if (slice && !first) {
        return skipRemainder();
      }
      timestamp = at;
    }
    if (first && firstSliceAt == NONE) {
      skipping = false;
      firstSliceAt = size;
    }
    openNalAt = size;
    return reserve(LENGTH_BYTES) && advance(LENGTH_BYTES);
  }

  private boolean endsUnit(int at, int type, boolean slice, boolean first) {
    if (slice) {
      return first && (at != timestamp || parameterSets.framesOnly());
    }
    return at != timestamp || syntax.opensUnit(type);
  }

  /// A slice that continues a picture of which nothing is held: after damage it is skipped.
  /// Otherwise the picture was delivered too early, at a marker that was wrong.
  private boolean skipRemainder() {
    if (!skipping) {
      markers = Markers.UNRELIABLE;
      return false;
    }
    clear();
    return true;
  }

  private void confirmMarker() {
    if (marked && markers == Markers.ON_PROBATION && ++markersConfirmed == PICTURES_OF_PROBATION) {
      markers = Markers.TRUSTED;
    }
  }

  private void complete() {
    long pts90k = extender.next(timestamp);
    boolean key = syntax.isKey(syntax.type(scratch[firstSliceAt + LENGTH_BYTES]));
    picturesSeen++;
    if (key) {
      awaitingKey = !adoptFormat();
    }
    if (awaitingKey) {
      clear();
      return;
    }
    ByteBuffer payload = ByteBuffer.wrap(Arrays.copyOf(scratch, size));
    clear();
    picturesDelivered++;
    receiver.onAccessUnit(new AccessUnit(payload, pts90k, key, receivedNanos, receivedAt));
  }

  private boolean adoptFormat() {
    int start = firstSliceAt + LENGTH_BYTES;
    Optional<VideoFormat> current =
        parameterSets.formatOf(ByteBuffer.wrap(scratch, start, size - start));
    if (current.isEmpty()) {
      keysWithoutFormat++;
      return false;
    }
    if (!current.get().equals(format)) {
      format = current.get();
      receiver.onFormat(current.get());
    }
    return true;
  }

  private void clear() {
    size = 0;
    openNalAt = NONE;
    firstSliceAt = NONE;
    marked = false;
  }

  private boolean append(byte one) {
    if (openNalAt == NONE) {
      return skipping;
    }
    if (!reserve(1)) {
      return false;
    }
    scratch[size++] = one;
    return true;
  }

  private boolean append(ByteBuffer bytes) {
    if (openNalAt == NONE) {
      return skipping;
    }
    int length = bytes.remaining();
    if (!reserve(length)) {
      return false;
    }
    bytes.get(bytes.position(), scratch, size, length);
    return advance(length);
  }

  private boolean advance(int length) {
    size += length;
    return true;
  }

  private boolean reserve(int more) {
    int needed = size + more;
    if (needed > maximumBytes) {
      return false;
    }
    if (needed > scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.min(maximumBytes, Math.max(needed, 2 * size)));
    }
    return true;
  }
}
