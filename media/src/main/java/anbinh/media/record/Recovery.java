package anbinh.media.record;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.FragmentScanner;
import anbinh.media.mp4.MalformedMp4Exception;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.ScannedFile;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.disk.KernelFile;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Sha256;
import anbinh.media.record.disk.Tail;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Recovered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the segment files that the log does not know: those that were open when the recorder was
/// killed, those that the log did not take, or, when the log itself is lost, all of them.
///
/// A file that was closed in order gives back exactly what was, or would have been, told to the
/// log. One that was not is given what its track's [Tail] still holds, cut after its last whole
/// fragment and closed with a note. Must run before a recorder works on the same root.
public final class Recovery {
  private final StorageRoot root;

  private Recovery(StorageRoot root) {
    this.root = root;
  }

  /// Looks at every file that is not known, in the order of names; a file that cannot be read is
  /// reported and does not stop the others.
  ///
  /// @param known whether the log has a file, by its path relative to the root
  /// @throws StorageException when the root itself cannot be read
  public static List<Recovered> scan(StorageRoot root, Predicate<String> known) {
    Recovery recovery = new Recovery(root);
    List<Recovered> found = new ArrayList<>();
    for (String file : recovery.files("/" + Tail.FILE)) {
      recovery.restore(file).ifPresent(found::add);
    }
    for (String file : recovery.files(".mp4")) {
      if (!known.test(file)) {
        found.add(recovery.recover(file));
      }
    }
    return List.copyOf(found);
  }

  /// Adds to an open segment what its tail holds.
  private Optional<Recovered> restore(String file) {
    try {
      Tail.restore(root.folder(), root.folder().resolve(file));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Recovered.Unreadable(file, String.valueOf(e.getMessage())));
    }
  }

  private List<String> files(String ending) {
    if (!root.isPresent()) {
      throw new StorageException(
          root.folder() + " has no marker; the disk is probably not mounted.");
    }
    try (Stream<Path> files = Files.walk(root.folder(), 3)) {
      return files
          .map(file -> root.folder().relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new StorageException(root.folder() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Recovered recover(String file) {
    Optional<SegmentPath> name = SegmentPath.parse(file);
    if (name.isEmpty()) {
      return new Recovered.Unreadable(file, "The name is not one that the recorder gives.");
    }
    Path path = root.folder().resolve(file);
    String cameraKey = name.get().cameraKey();
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ScannedFile scanned;
      try {
        scanned = FragmentScanner.scan(channel);
      } catch (MalformedMp4Exception e) {
        return isWithoutPictures(channel)
            ? remove(path, file, channel.size())
            : new Recovered.Unreadable(file, String.valueOf(e.getMessage()));
      }
      if (scanned.index().isEmpty()) {
        return remove(path, file, scanned.sizeBytes());
      }
      try (KernelFile kernel = KernelFile.open(path)) {
        kernel.trim(channel.size());
      }
      return keep(channel, path, file, cameraKey, scanned);
    } catch (IOException | MalformedMp4Exception e) {
      return new Recovered.Unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private Recovered keep(
      FileChannel channel, Path path, String file, String cameraKey, ScannedFile scanned)
      throws IOException {
    SegmentNote opened =
        SegmentNote.parseOpened(
            scanned
                .opening()
                .orElseThrow(() -> new MalformedMp4Exception("There is no opening note.")));
    if (!opened.text("camera").equals(cameraKey)) {
      throw new MalformedMp4Exception(
          "The file is of camera " + opened.text("camera") + ", but lies under " + cameraKey + ".");
    }
    SampleIndex index = scanned.index().orElseThrow();
    boolean complete = scanned.closing().isPresent() && scanned.tear().isEmpty();
    SegmentNote closed =
        scanned.closing().isPresent()
            ? SegmentNote.parseClosed(scanned.closing().get())
            : closingNote(opened, index);
    ClosedSegment segment = describe(cameraKey, file, scanned, opened, closed, index);
    if (!complete) {
      channel.truncate(scanned.wholeBytes());
      if (scanned.closing().isEmpty()) {
        append(channel, FragmentScanner.noteBox(closed.toBytes()));
      }
      channel.force(true);
      StorageRoot.syncFolderOf(path);
    }
    return new Recovered.Kept(
        withContent(segment, channel), scanned.sizeBytes() - scanned.wholeBytes(), scanned.tear());
  }

  private static SegmentNote closingNote(SegmentNote opened, SampleIndex index) {
    Instant start = opened.instant("start");
    long duration = index.durationTicks();
    Stretch stretch = opened.stretch();
    ClockEvidence clock =
        new ClockEvidence(
            opened.flag("follows"),
            Duration.ZERO,
            Duration.ofNanos(stretch.nanos(Ticks.toNanos(duration))),
            ClockEvidence.Source.CAMERA_TIMESTAMPS,
            Optional.empty(),
            ClockRate.DECLARED,
            Optional.empty());
    Instant end = SegmentClock.end(start, duration, stretch);
    return SegmentNote.closed(start, end, duration, EndCause.RECOVERED, ClockRate.DECLARED, clock);
  }

  private static ClosedSegment describe(
      String cameraKey,
      String file,
      ScannedFile scanned,
      SegmentNote opened,
      SegmentNote closed,
      SampleIndex index) {
    VideoFormat stated = scanned.format();
    long depth = opened.number("reorder-depth");
    long duration = closed.number("duration-ticks");
    Instant start = closed.instant("start");
    Instant end = closed.instant("end");
    if (depth < 0 || depth > 16 || duration < 1 || !start.isBefore(end)) {
      throw new MalformedMp4Exception("The notes state a depth or length that cannot be.");
    }
    VideoFormat format =
        new VideoFormat(
            stated.codec(),
            stated.parameterSets(),
            stated.width(),
            stated.height(),
            opened.text("codecs"),
            (int) depth);
    return new ClosedSegment(
        cameraKey,
        file,
        start,
        end,
        duration,
        0,
        Bytes.copyOf(new byte[0]),
        index.count(),
        index.corrected(closed.fileRate()).withDuration(duration),
        format,
        closed.clock(),
        closed.ended());
  }

  private static ClosedSegment withContent(ClosedSegment segment, FileChannel channel)
      throws IOException {
    return new ClosedSegment(
        segment.cameraKey(),
        segment.file(),
        segment.start(),
        segment.end(),
        segment.durationTicks(),
        channel.size(),
        Bytes.copyOf(Sha256.over(channel).digest()),
        segment.frames(),
        segment.index(),
        segment.format(),
        segment.clock(),
        segment.ended());
  }

  private static Recovered remove(Path path, String file, long size) throws IOException {
    Files.delete(path);
    StorageRoot.syncFolderOf(path);
    return new Recovered.Removed(file, size);
  }

  /// Whether a file whose head is not whole can hold nothing: it is empty, all zeros, or ends
  /// within the head.
  private static boolean isWithoutPictures(FileChannel channel) throws IOException {
    int most = (int) Math.min(channel.size(), 64 * 1024);
    ByteBuffer start = ByteBuffer.allocate(most);
    int read = channel.read(start, 0);
    boolean zeros = true;
    for (int i = 0; i < read; i++) {
      zeros &= start.get(i) == 0;
    }
    return channel.size() < 512 || (zeros && channel.size() <= 64 * 1024);
  }

  private static void append(FileChannel channel, Bytes bytes) throws IOException {
    ByteBuffer source = bytes.asBuffer();
    long at = channel.size();
    while (source.hasRemaining()) {
      at += channel.write(source, at);
    }
  }
}
