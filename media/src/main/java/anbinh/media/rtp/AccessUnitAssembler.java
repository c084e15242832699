package anbinh.media.rtp;

import anbinh.media.AccessUnit;
import anbinh.media.StreamListener;
import anbinh.media.VideoFormat;
import anbinh.media.codec.NalSyntax;
import anbinh.media.codec.ParameterSets;
import anbinh.media.codec.RecoveryPoint;
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
/// Nothing is delivered before the first key unit. Where packets are missing, what came is kept: a
/// slice up to the hole in it, the slices that came whole. Such a unit is damaged, and so are all
/// after it up to the next whole key unit, since they may refer to it.
final class AccessUnitAssembler {
  private static final int LENGTH_BYTES = 4;
  private static final int INITIAL_CAPACITY = 16 * 1024;

  /// So many pictures must end as their marker says before markers are trusted.
  private static final int PICTURES_OF_PROBATION = 3;

  /// So many NAL units at most are taken out of one that holds start codes.
  private static final int MAXIMUM_JOINED = 16;

  /// Of a slice that was cut short, less than this tells a decoder nothing.
  private static final int MINIMUM_CUT_BYTES = 16;

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
  private int recovery = RecoveryPoint.NONE;

  /// Whether something of it is missing.
  private boolean incomplete;

  /// Whether what comes before its slices may belong to a picture that never came.
  private boolean doubtful;

  // A NAL unit whose first fragment was empty: it begins with the next one.
  private boolean deferred;
  private int deferredAt;
  private byte deferredHeader;
  private byte deferredSecondHeader;

  /// When its last bytes came, which may be long before it is known to be complete.
  private long receivedNanos;

  private Instant receivedAt = Instant.EPOCH;

  // The packet being taken.
  private long packetNanos;
  private Instant packetAt = Instant.EPOCH;

  // The stream.
  private Markers markers = Markers.ON_PROBATION;
  private int markersConfirmed;

  /// Packets were missing: fragments without a beginning are skipped, and a slice may belong to a
  /// picture whose beginning never came.
  private boolean skipping = true;

  private boolean awaitingKey = true;

  /// Something was missing since the last whole key unit.
  private boolean damaged;

  /// Where the last whole key unit came after damage: units shown before it refer to what was
  /// damaged.
  private long soundFrom = Long.MIN_VALUE;

  private boolean delivered;
  private int deliveredTimestamp;
  private @Nullable VideoFormat format;
  private long picturesSeen;
  private long picturesDelivered;
  private long picturesSound;
  private long keysWithoutFormat;
  private long gradualRefreshes;
  private int joined;

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

  /// Of those delivered, the ones that are not damaged.
  long picturesSound() {
    return picturesSound;
  }

  /// Key pictures not delivered because no usable parameter sets had come.
  long keysWithoutFormat() {
    return keysWithoutFormat;
  }

  /// Pictures seen, while a key picture was waited for, at which a gradual refresh begins.
  long gradualRefreshes() {
    return gradualRefreshes;
  }

  /// States when the packets that follow were received.
  void receivedAt(long nanos, Instant at) {
    packetNanos = nanos;
    packetAt = at;
  }

  /// Says that packets are missing here.
  void damage() {
    cutShort();
    incomplete = firstSliceAt != NONE;
    doubtful = firstSliceAt == NONE && size > 0;
    skipping = true;
    damaged = true;
  }

  /// Ends the NAL unit that was opened where the hole in it is. Of anything but a slice, a part is
  /// nothing.
  private void cutShort() {
    deferred = false;
    if (openNalAt == NONE) {
      return;
    }
    int start = openNalAt + LENGTH_BYTES;
    if (size - start >= MINIMUM_CUT_BYTES && syntax.isSlice(syntax.type(scratch[start]))) {
      seal(start, syntax.type(scratch[start]));
      return;
    }
    size = openNalAt;
    firstSliceAt = firstSliceAt == openNalAt ? NONE : firstSliceAt;
    openNalAt = NONE;
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
    if (!fragment.hasRemaining()) {
      return defer(at, header, header);
    }
    return begin(at, header, fragment.get(fragment.position()))
        && append(header)
        && append(fragment);
  }

  /// Begins an H.265 NAL unit that comes in fragments.
  boolean openNal(int at, byte header, byte secondHeader, ByteBuffer fragment) {
    if (!fragment.hasRemaining()) {
      return defer(at, header, secondHeader);
    }
    return begin(at, header, fragment.get(fragment.position()))
        && append(header)
        && append(secondHeader)
        && append(fragment);
  }

  /// Goes on with the NAL unit that was opened.
  boolean continueNal(ByteBuffer fragment) {
    if (deferred && fragment.hasRemaining()) {
      deferred = false;
      return syntax.headerBytes() == 1
          ? openNal(deferredAt, deferredHeader, fragment)
          : openNal(deferredAt, deferredHeader, deferredSecondHeader, fragment);
    }
    return deferred || append(fragment);
  }

  /// Fragments may be empty (RFC 6184 §5.8, RFC 7798 §4.4.3), the first too.
  private boolean defer(int at, byte header, byte secondHeader) {
    if (deferred || openNalAt != NONE) {
      return false;
    }
    deferred = true;
    deferredAt = at;
    deferredHeader = header;
    deferredSecondHeader = secondHeader;
    return true;
  }

  boolean closeNal() {
    if (openNalAt == NONE) {
      return skipping && !deferred;
    }
    int start = openNalAt + LENGTH_BYTES;
    int type = syntax.type(scratch[start]);
    if (!syntax.isSlice(type)) {
      int code = findJoined(type, start);
      if (code != StartCode.NOT_FOUND) {
        return separate(code);
      }
    }
    seal(start, type);
    return true;
  }

  /// Writes the length of the NAL unit that ends here and takes note of what it says.
  private void seal(int start, int type) {
    int length = size - start;
    scratch[openNalAt] = (byte) (length >>> 24);
    scratch[openNalAt + 1] = (byte) (length >>> 16);
    scratch[openNalAt + 2] = (byte) (length >>> 8);
    scratch[openNalAt + 3] = (byte) length;
    openNalAt = NONE;
    if (syntax.isParameterSet(type)) {
      parameterSets.add(ByteBuffer.wrap(scratch, start, length));
    } else if (syntax.isMessage(type)) {
      int told = RecoveryPoint.find(scratch, start + syntax.headerBytes(), size);
      recovery = told == RecoveryPoint.NONE ? recovery : told;
    }
  }

  /// Some cameras send what comes before a picture, and the picture, as one NAL unit with start
  /// codes in between. Looked for behind delimiters and parameter sets only, where such a unit
  /// begins: messages of other cameras hold these bytes by mistake.
  private int findJoined(int type, int start) {
    boolean first = syntax.isParameterSet(type) || syntax.isDelimiter(type);
    return first || joined > 0 ? StartCode.find(scratch, start, size) : StartCode.NOT_FOUND;
  }

  private boolean separate(int code) {
    if (++joined > MAXIMUM_JOINED) {
      joined = 0;
      return false;
    }
    ByteBuffer rest = ByteBuffer.wrap(Arrays.copyOfRange(scratch, code + 3, size));
    int start = openNalAt + LENGTH_BYTES;
    size = code;
    while (size > start + syntax.headerBytes() && scratch[size - 1] == 0) {
      size--;
    }
    if (size < start + syntax.headerBytes()) {
      joined = 0;
      return false;
    }
    seal(start, syntax.type(scratch[start]));
    boolean taken = wholeNal(timestamp, rest);
    joined = 0;
    return taken;
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
    if (openNalAt != NONE || deferred) {
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
    } else if (doubtful && at != timestamp) {
      clear();
    }
    if (firstSliceAt == NONE) {
      if (slice && !first && !beginsLate(at)) {
        return skipRemainder();
      }
      timestamp = at;
    }
    if (slice) {
      skipping = false;
      firstSliceAt = firstSliceAt == NONE ? size : firstSliceAt;
    }
    openNalAt = size;
    return reserve(LENGTH_BYTES) && advance(LENGTH_BYTES);
  }

  /// A slice that continues a picture whose beginning is missing: the picture is kept without it.
  private boolean beginsLate(int at) {
    incomplete = skipping && !(delivered && at == deliveredTimestamp);
    return incomplete;
  }

  private boolean endsUnit(int at, int type, boolean slice, boolean first) {
    if (incomplete && at != timestamp) {
      return true;
    }
    if (slice) {
      return first && (at != timestamp || parameterSets.framesOnly());
    }
    return at != timestamp || syntax.opensUnit(type);
  }

  /// A slice that continues a picture that was delivered: after damage it is skipped. Otherwise the
  /// picture was delivered too early, at a marker that was wrong.
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
    boolean key = !incomplete && isKey();
    boolean cut = incomplete;
    delivered = true;
    deliveredTimestamp = timestamp;
    picturesSeen++;
    if (key) {
      awaitingKey = !adoptFormat();
    }
    if (awaitingKey) {
      clear();
      return;
    }
    if (key) {
      soundFrom = damaged ? pts90k : Long.MIN_VALUE;
      damaged = false;
    }
    boolean unsound = cut || damaged || pts90k < soundFrom;
    ByteBuffer payload = ByteBuffer.wrap(scratch, 0, size);
    clear();
    picturesDelivered++;
    picturesSound += unsound ? 0 : 1;
    receiver.onAccessUnit(new AccessUnit(payload, pts90k, key, unsound, receivedNanos, receivedAt));
  }

  /// Whether decoding can start here: by the type of the slices, or because a message says so and
  /// the picture refers to no other.
  private boolean isKey() {
    if (syntax.isKey(syntax.type(scratch[firstSliceAt + LENGTH_BYTES]))) {
      return true;
    }
    if (recovery > 0 && awaitingKey) {
      gradualRefreshes++;
    }
    return recovery == 0 && syntax.isIntra(firstSlice());
  }

  private ByteBuffer firstSlice() {
    int start = firstSliceAt + LENGTH_BYTES;
    return ByteBuffer.wrap(scratch, start, size - start);
  }

  private boolean adoptFormat() {
    Optional<VideoFormat> current = parameterSets.formatOf(firstSlice());
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
    deferred = false;
    incomplete = false;
    doubtful = false;
    recovery = RecoveryPoint.NONE;
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
    receivedNanos = packetNanos;
    receivedAt = packetAt;
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
