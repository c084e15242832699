package anbinh.media.mp4;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The samples and the edit list by which a stretch of wall-clock time is taken exactly out of one
/// camera's segments.
///
/// Movie time 0 is the first picture shown, whose wall-clock time is stated. Segments that abut
/// form a run, in which media time goes on by the camera's clock. A gap between runs keeps its
/// length: the last picture before it lasts until the first one after it. (An empty edit would say
/// the same, but players built on libavformat, browsers among them, show pictures from the start of
/// the file in every empty edit that is not the first, and reckon the length wrongly after one that
/// is.) The first run begins with the key picture that its first visible picture needs; the edit
/// list hides what comes before that one, and the cut states it. Edits begin at pictures, never
/// between, because the same players move what begins between. Where the wall clock was set back
/// and runs overlap, they follow each other.
final class Cut {
  /// Samples of one segment that belong to the cut, from `first` to `last` in coding order.
  ///
  /// @param shiftTicks what to add to a sample's decode time in its segment to get that in the cut
  record Piece(RecordedSegment segment, int first, int last, long shiftTicks) {
    long fileStart() {
      return segment.index().offsetBytes(first);
    }

    long fileBytes() {
      SampleIndex index = segment.index();
      return index.offsetBytes(last) + index.sizeBytes(last) - fileStart();
    }

    int count() {
      return last - first + 1;
    }

    long decode(int sample) {
      return shiftTicks + segment.index().decodeTicks(sample);
    }

    long presentation(int sample) {
      return decode(sample) + segment.index().compositionTicks(sample);
    }
  }

  record Edit(long durationTicks, long mediaTicks) {}

  /// Sample durations have 32 bits, of which readers use 31.
  private static final long MAX_GAP_TICKS = 6L * 3600 * Ticks.PER_SECOND;

  private final Instant from;
  private final Instant to;
  private Instant start;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<FrameTime> frames = new ArrayList<>();
  private Duration hiddenPreroll = Duration.ZERO;
  private int hiddenFrames;
  private long movieTicks;
  private long editMovieTicks;
  private long editMediaTicks;
  private long latestTicks;
  private long lastDecodeTicks;
  private int lastSampleTicks;

  private Cut(Instant from, Instant to) {
    this.from = from;
    this.to = to;
    this.start = from;
  }

  /// Empty when no picture was taken in [from, to).
  static Optional<Cut> of(List<RecordedSegment> segments, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A cut from " + from + " to " + to + " has no length.");
    }
    Cut cut = new Cut(from, to);
    Instant latest = to.plus(RecordedSegment.LEAD);
    List<RecordedSegment> inside =
        segments.stream()
            .filter(segment -> segment.end().isAfter(from) && segment.start().isBefore(latest))
            .sorted(Comparator.comparing(RecordedSegment::start))
            .toList();
    for (int i = 0; i < inside.size(); ) {
      int next = i + 1;
      while (next < inside.size() && continues(inside.get(next - 1), inside.get(next))) {
        next++;
      }
      cut.addRun(inside.subList(i, next));
      i = next;
    }
    if (cut.pieces.isEmpty()) {
      return Optional.empty();
    }
    cut.edits.add(new Edit(cut.movieTicks - cut.editMovieTicks, cut.editMediaTicks));
    // Coding order is not the order of time; nearly sorted, so this is cheap.
    cut.frames.sort(Comparator.comparingLong(FrameTime::movieTicks));
    return Optional.of(cut);
  }

  /// Whether media time goes on from one segment to the next.
  private static boolean continues(RecordedSegment before, RecordedSegment after) {
    SampleIndex index = before.index();
    long nextDecode =
        index.compositionTicks(0) + index.durationTicks() - after.index().compositionTicks(0);
    return before.end().equals(after.start()) && nextDecode > index.decodeTicks(index.count() - 1);
  }

  private void addRun(List<RecordedSegment> run) {
    long[] starts = new long[run.size() + 1];
    long begin = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    int lastSegment = -1;
    int lastSample = -1;
    for (int i = 0; i < run.size(); i++) {
      RecordedSegment segment = run.get(i);
      SampleIndex index = segment.index();
      starts[i + 1] = starts[i] + index.durationTicks();
      // At the head of a run, pictures shown before its key picture cannot be decoded.
      long after = i == 0 ? Math.max(0, cutTicks(segment, from)) : cutTicks(segment, from);
      long before = cutTicks(segment, to);
      for (int n = 0; n < index.count(); n++) {
        long media = index.mediaTicks(n);
        if (media >= after && media < before) {
          begin = Math.min(begin, starts[i] + media);
          latest = Math.max(latest, starts[i] + media);
          lastSegment = i;
          lastSample = n;
        }
      }
    }
    if (lastSegment >= 0) {
      RecordedSegment last = run.get(lastSegment);
      long lastEnd = Math.min(last.index().durationTicks(), cutTicks(last, to));
      // Where a stream broke off between pictures that are coded out of their order, the last one
      // is
      // shown behind the end of its segment.
      long end = Math.max(starts[lastSegment] + lastEnd, latest + 1);
      addRun(run, starts, begin, end, lastSegment, lastSample);
    }
  }

  /// @param starts where segments start on the run's axis, on which the presentation of its first
  ///   picture is 0
  /// @param begin of the first picture shown, on that axis
  /// @param end of what is shown, on that axis
  private void addRun(
      List<RecordedSegment> run,
      long[] starts,
      long begin,
      long end,
      int lastSegment,
      int lastSample) {
    int head = lastSegment;
    while (starts[head] > begin) {
      head--;
    }
    RecordedSegment first = run.get(head);
    int key = first.index().keyAtOrBefore(begin - starts[head]);
    Instant beginWall = first.wallTime(begin - starts[head]);
    long shift = place(first.index(), starts[head], key, begin, end, beginWall);
    for (int i = head; i <= lastSegment; i++) {
      RecordedSegment segment = run.get(i);
      SampleIndex index = segment.index();
      long pieceShift = shift + starts[i] - index.compositionTicks(0);
      int from = i == head ? key : 0;
      int until = i == lastSegment ? lastSample : index.count() - 1;
      if (i == head) {
        int next = afterLeading(index, key, until);
        if (next > key + 1) {
          addPiece(new Piece(segment, key, key, pieceShift));
          from = next;
        }
      }
      if (from <= until) {
        addPiece(new Piece(segment, from, until, pieceShift));
      }
    }
    Piece tail = pieces.getLast();
    lastDecodeTicks = tail.decode(tail.last());
    lastSampleTicks = (int) Math.clamp(end + shift - latestTicks, 1, 10L * Ticks.PER_SECOND);
  }

  /// The first sample after a key picture that is not one of its leading pictures (H.265: coded
  /// after it, shown before it). Where decoding starts at the key picture they refer to what is not
  /// there, nothing else refers to them, and they are left out.
  private static int afterLeading(SampleIndex index, int key, int until) {
    int next = key + 1;
    while (next <= until && index.mediaTicks(next) < index.mediaTicks(key)) {
      next++;
    }
    return next;
  }

  /// Finds the place of a run in the movie and writes its edit.
  ///
  /// @param segmentStart of the segment with the key sample on the run's axis
  /// @param key sample with which the run begins
  /// @return what to add to times in the run to get those in the cut
  private long place(
      SampleIndex index, long segmentStart, int key, long begin, long end, Instant beginWall) {
    long presentationOfKey = segmentStart + index.mediaTicks(key);
    long decodeOfKey = presentationOfKey - index.compositionTicks(key);
    long shown;
    long shift;
    if (pieces.isEmpty()) {
      start = beginWall;
      shown = 0;
      shift = -decodeOfKey;
      hiddenPreroll = Ticks.toDuration(begin - presentationOfKey);
      beginEdit(0, Math.max(0, begin + shift));
    } else {
      shown = Math.max(movieTicks, Ticks.fromDuration(Duration.between(start, beginWall)));
      long media = editMediaTicks + shown - editMovieTicks;
      requireShortGap(media);
      if (presentationOfKey == begin) {
        shift = media - begin;
        long late = Math.max(0, lastDecodeTicks + 1 - (shift + decodeOfKey));
        shift += late;
        shown += late;
      } else {
        shift = Math.max(lastDecodeTicks + 1, media) - decodeOfKey;
        edits.add(new Edit(shown - editMovieTicks, editMediaTicks));
        beginEdit(shown, begin + shift);
      }
    }
    movieTicks = shown + end - begin;
    return shift;
  }

  private void beginEdit(long movie, long media) {
    editMovieTicks = movie;
    editMediaTicks = media;
  }

  private void requireShortGap(long mediaTicks) {
    if (mediaTicks - lastDecodeTicks > MAX_GAP_TICKS) {
      throw new IllegalArgumentException(
          "A gap of more than six hours lies between the pictures from "
              + from
              + " to "
              + to
              + "; take the parts before and after it one by one.");
    }
  }

  /// Notes what is shown and counts what is hidden.
  private void addPiece(Piece piece) {
    pieces.add(piece);
    RecordedSegment segment = piece.segment();
    SampleIndex index = segment.index();
    long begin = cutTicks(segment, from);
    long end = cutTicks(segment, to);
    for (int i = piece.first(); i <= piece.last(); i++) {
      long media = index.mediaTicks(i);
      long presentation = piece.presentation(i);
      long movie = presentation - editMediaTicks + editMovieTicks;
      if (media >= begin && media < end && presentation >= editMediaTicks) {
        frames.add(new FrameTime(segment.wallTime(media), movie, index.key(i), index.damaged(i)));
        latestTicks = Math.max(latestTicks, presentation);
      } else {
        hiddenFrames++;
      }
    }
  }

  /// The first tick of a segment whose wall-clock time is not before `at`.
  private static long cutTicks(RecordedSegment segment, Instant at) {
    long ticks = segment.mediaTicks(at);
    while (segment.wallTime(ticks).isBefore(at)) {
      ticks++;
    }
    while (!segment.wallTime(ticks - 1).isBefore(at)) {
      ticks--;
    }
    return ticks;
  }

  /// Wall-clock time of movie time 0.
  Instant start() {
    return start;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /// How long the last sample lasts.
  int lastSampleTicks() {
    return lastSampleTicks;
  }

  List<Edit> edits() {
    return edits;
  }

  List<FrameTime> frames() {
    return frames;
  }

  Duration hiddenPreroll() {
    return hiddenPreroll;
  }

  int hiddenFrames() {
    return hiddenFrames;
  }

  long movieTicks() {
    return movieTicks;
  }

  long mediaTicks() {
    return lastDecodeTicks + lastSampleTicks;
  }
}
