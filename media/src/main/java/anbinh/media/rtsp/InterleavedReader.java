package anbinh.media.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Takes RTSP messages and interleaved packets (RFC 2326 §10.12) out of what a connection brings,
/// and finds the next of them again when framing is broken. For one thread.
///
/// A packet is believed when its channel belongs to the track, its payload begins as RTP or RTCP
/// does, and what follows it can begin a packet or message. Where that fails the bytes are skipped
/// up to the next place where it holds; a packet whose length is wrong is so never delivered.
public final class InterleavedReader {
  /// What is read is given to this; buffers are valid during the call only.
  public interface Sink {
    /// @param payload what remains in it
    void packet(int channel, ByteBuffer payload) throws StreamFailedException;

    void message(RtspMessage message) throws StreamFailedException;

    /// Bytes that are neither.
    void skipped(ByteBuffer bytes) throws StreamFailedException;
  }

  /// The longest message, header and body, that is accepted.
  public static final int MAXIMUM_MESSAGE_BYTES = 64 * 1024;

  /// The most bytes that [#read] leaves for the next call.
  public static final int MAXIMUM_REST_BYTES = 4 + 65_535 + 1;

  /// How the version and the methods of RFC 2326 begin.
  private static final List<String> FIRST_WORDS =
      List.of(
          "RTSP", "OPTI", "DESC", "ANNO", "SETU", "PLAY", "PAUS", "TEAR", "GET_", "SET_", "REDI",
          "RECO");

  private static final int FIRST_WORD_BYTES = 4;
  private static final String VERSION = "RTSP/1.";
  private static final int MAXIMUM_LINE_BYTES = 4096;
  private static final int PACKET_HEADER_BYTES = 4;
  private static final int INCOMPLETE = -1;
  private static final int UNREADABLE = -2;

  private final Sink sink;
  private @Nullable InterleavedChannels channels;
  private boolean synchronised = true;

  // Of the data being read, what has been searched already, so that no bytes that look like many
  // beginnings of messages take more time than others: [linesFrom, linesTo) holds no line end,
  // [headsFrom, headsTo) no empty line, and the head that ends at unreadableHead is unreadable.
  private int linesFrom;
  private int linesTo;
  private int headsFrom;
  private int headsTo;
  private int unreadableHead;

  public InterleavedReader(Sink sink) {
    this.sink = sink;
  }

  /// The channels that carry the track; until they are known, none is told from another.
  public void expect(InterleavedChannels expected) {
    channels = expected;
  }

  /// Reads all that is whole. What is left in `data` must come first at the next call.
  public void read(ByteBuffer data) throws StreamFailedException {
    ByteBuffer view = data.duplicate();
    linesTo = 0;
    headsTo = 0;
    unreadableHead = -1;
    int skippedFrom = data.position();
    int at = data.position();
    while (at < data.limit()) {
      int length = measure(data, at);
      if (length == INCOMPLETE) {
        break;
      }
      if (length == UNREADABLE) {
        synchronised = false;
        at++;
        continue;
      }
      skip(data, skippedFrom, at);
      synchronised = true;
      deliver(data, view, at, length);
      at += length;
      skippedFrom = at;
    }
    skip(data, skippedFrom, at);
    data.position(at);
  }

  private void skip(ByteBuffer data, int from, int to) throws StreamFailedException {
    if (from < to) {
      sink.skipped(data.slice(from, to - from));
    }
  }

  /// How long what begins at `at` is.
  private int measure(ByteBuffer data, int at) {
    byte first = data.get(at);
    if (first == '$') {
      return measurePacket(data, at);
    }
    if (first == '\r' || first == '\n') {
      return synchronised ? 1 : UNREADABLE;
    }
    return beginsMessage(data, at) ? measureMessage(data, at) : UNREADABLE;
  }

  private int measurePacket(ByteBuffer data, int at) {
    int available = data.limit() - at;
    if (available < PACKET_HEADER_BYTES) {
      return INCOMPLETE;
    }
    int channel = data.get(at + 1) & 0xFF;
    int length = data.getShort(at + 2) & 0xFFFF;
    boolean ours = isExpected(channel);
    if (!synchronised && !ours) {
      return UNREADABLE;
    }
    boolean empty = length == 0 && synchronised;
    if (ours && !empty && available > PACKET_HEADER_BYTES) {
      int version = data.get(at + PACKET_HEADER_BYTES) & 0xC0;
      if (length < 4 || version != 0x80) {
        return UNREADABLE;
      }
    }
    int whole = PACKET_HEADER_BYTES + length;
    if (available < whole || (available == whole && !synchronised)) {
      return INCOMPLETE;
    }
    return available == whole || canFollow(data, at + whole) ? whole : UNREADABLE;
  }

  private boolean isExpected(int channel) {
    InterleavedChannels known = channels;
    return known == null || channel == known.rtp() || channel == known.rtcp();
  }

  private static boolean canFollow(ByteBuffer data, int at) {
    byte next = data.get(at);
    return next == '$' || next == '\r' || next == '\n' || beginsMessage(data, at);
  }

  /// Whether what is there so far is the beginning of a message.
  private static boolean beginsMessage(ByteBuffer data, int at) {
    int length = Math.min(FIRST_WORD_BYTES, data.limit() - at);
    String word = text(data, at, at + length);
    return FIRST_WORDS.stream().anyMatch(first -> first.startsWith(word));
  }

  private int measureMessage(ByteBuffer data, int at) {
    int lineEnd = lineEnd(data, at);
    if (lineEnd < 0) {
      return data.limit() - at >= MAXIMUM_LINE_BYTES || !isText(data, at, data.limit())
          ? UNREADABLE
          : INCOMPLETE;
    }
    if (!holdsVersion(data, at, lineEnd)) {
      return UNREADABLE;
    }
    int headEnd = endOfHead(data, at);
    if (headEnd < 0) {
      return data.limit() - at >= MAXIMUM_MESSAGE_BYTES ? UNREADABLE : INCOMPLETE;
    }
    if (headEnd == unreadableHead) {
      return UNREADABLE;
    }
    try {
      long length = (long) headEnd - at + bodyLength(parse(data, at, headEnd, headEnd));
      if (length <= MAXIMUM_MESSAGE_BYTES) {
        return length > data.limit() - at ? INCOMPLETE : (int) length;
      }
    } catch (MalformedRtspException unreadable) {
      // Skipped, like what is too long.
    }
    unreadableHead = headEnd;
    return UNREADABLE;
  }

  /// A response begins with the version, a request's first line ends with it.
  private static boolean holdsVersion(ByteBuffer data, int at, int lineEnd) {
    String start = text(data, at, Math.min(lineEnd, at + VERSION.length()));
    String end = text(data, Math.max(at, lineEnd - 2 * VERSION.length()), lineEnd);
    return start.equals(VERSION) || end.contains(VERSION);
  }

  private int lineEnd(ByteBuffer data, int at) {
    boolean searched = at >= linesFrom && at < linesTo;
    int from = searched ? linesTo : at;
    int limit = Math.min(data.limit(), at + MAXIMUM_LINE_BYTES);
    int end = indexOfLineEnd(data, from, limit);
    linesFrom = searched ? linesFrom : at;
    linesTo = Math.max(from, end < 0 ? limit : end);
    return end;
  }

  /// @param view of the same bytes, moved from packet to packet instead of made anew for each
  private void deliver(ByteBuffer data, ByteBuffer view, int at, int length)
      throws StreamFailedException {
    if (data.get(at) == '$') {
      int channel = data.get(at + 1) & 0xFF;
      if (isExpected(channel) && length > PACKET_HEADER_BYTES) {
        sink.packet(channel, view.limit(at + length).position(at + PACKET_HEADER_BYTES));
      }
    } else if (beginsMessage(data, at)) {
      try {
        sink.message(parse(data, at, endOfHead(data, at), at + length));
      } catch (MalformedRtspException unreadable) {
        sink.skipped(data.slice(at, length));
      }
    }
  }

  private static RtspMessage parse(ByteBuffer data, int at, int headEnd, int end)
      throws MalformedRtspException {
    return RtspMessage.parse(text(data, at, headEnd), text(data, headEnd, end));
  }

  private static int bodyLength(RtspMessage message) throws MalformedRtspException {
    String stated = message.headers().find("Content-Length").orElse("0");
    OptionalInt length = RtspMessage.decimal(stated);
    if (length.isEmpty()) {
      throw new MalformedRtspException("a Content-Length that is no number");
    }
    return length.getAsInt();
  }

  /// The place after the empty line, or -1.
  private int endOfHead(ByteBuffer data, int at) {
    boolean searched = at >= headsFrom && at < headsTo;
    int line = searched ? headsTo : at;
    headsFrom = searched ? headsFrom : at;
    int limit = Math.min(data.limit(), at + MAXIMUM_MESSAGE_BYTES);
    while (true) {
      headsTo = line;
      int end = indexOfLineEnd(data, line, limit);
      if (end < 0) {
        return -1;
      }
      boolean empty = end == line || (end == line + 1 && data.get(line) == '\r');
      if (empty) {
        return end + 1;
      }
      line = end + 1;
    }
  }

  private static int indexOfLineEnd(ByteBuffer data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data.get(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isText(ByteBuffer data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data.get(i) >= 0 && data.get(i) < ' ' && data.get(i) != '\r') {
        return false;
      }
    }
    return true;
  }

  private static String text(ByteBuffer data, int from, int to) {
    byte[] bytes = new byte[to - from];
    data.get(from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
