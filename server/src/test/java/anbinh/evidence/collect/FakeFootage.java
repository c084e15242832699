package anbinh.evidence.collect;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.footage.ClipReader;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.CleanMp4;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.mp4.VirtualMp4;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.Problem;
import anbinh.recording.Coverage;
import anbinh.recording.Extract;
import anbinh.recording.Nearest;
import anbinh.recording.RecordingEvent;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Span;
import anbinh.recording.Still;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Footage whose pictures are random bytes, in segment files that are cut by the real code. It can
/// be told to go wrong.
public class FakeFootage implements FootageSource {
  private static final int FRAMES_PER_SECOND = 10;
  private static final VideoFormat FORMAT =
      new VideoFormat(
          Codec.H264,
          List.of(hex("6742c01fd9005005bb011000000300100000030320f1832480"), hex("68cb83cb20")),
          1280,
          720,
          "avc1.42C01F",
          0);

  /// A closed segment and the event that put it into the log.
  private record Kept(UUID id, RecordedSegment segment, @Nullable Bytes previous, UUID event) {}

  private final AuditLog log;
  private final Path folder;

  /// Kept over restarts of the server, as a recording is.
  private static final Map<UUID, List<Kept>> KEPT = new ConcurrentHashMap<>();

  private static final Map<String, String> HOLDS = new ConcurrentHashMap<>();
  private final Random random = new Random(7);

  /// Thrown by the next extraction of a camera, once it has written half of the clip.
  private final Map<UUID, RuntimeException> failures = new ConcurrentHashMap<>();

  /// Cameras whose clip is written with a picture that is not the recorded one.
  private final Set<UUID> forged = ConcurrentHashMap.newKeySet();

  private volatile boolean complete = true;
  private volatile String gapCause = "UNREACHABLE";

  public FakeFootage(AuditLog log) throws IOException {
    this.log = log;
    this.folder = Files.createTempDirectory("anbinh-test-footage");
  }

  /// Records a camera for some seconds from an instant on.
  public void record(UUID cameraId, Instant from, int seconds) {
    List<Kept> segments = KEPT.computeIfAbsent(cameraId, _ -> new ArrayList<>());
    Bytes previous = segments.isEmpty() ? null : hex(segments.getLast().segment().id());
    int frameTicks = Ticks.PER_SECOND / FRAMES_PER_SECOND;
    var builder = new SampleIndex.Builder(600);
    for (int frame = 0; frame < seconds * FRAMES_PER_SECOND; frame++) {
      builder.add(
          (long) frame * frameTicks,
          0,
          200 + random.nextInt(1800),
          frame % FRAMES_PER_SECOND == 0,
          false);
    }
    SampleIndex index = builder.build((long) seconds * Ticks.PER_SECOND);
    byte[] content = new byte[(int) index.endBytes()];
    random.nextBytes(content);
    try {
      Path file = Files.write(folder.resolve(UUID.randomUUID() + ".mp4"), content);
      Bytes sha256 = Bytes.copyOf(ClipReader.sha256().digest(content));
      UUID id = UUID.randomUUID();
      Event closed =
          Event.of(RecordingEvent.SEGMENT_CLOSED)
              .about("segment", id, null)
              .fact("camera", cameraId)
              .fact("start", from)
              .fact("end", from.plusSeconds(seconds))
              .fact("frames", index.count())
              .fact("sizeBytes", content.length)
              .fact("sha256", sha256.toHex())
              .fact("ended", "ROTATED");
      UUID event =
          log.record(previous == null ? closed : closed.fact("previousSha256", previous.toHex()));
      segments.add(
          new Kept(
              id,
              new RecordedSegment(
                  sha256.toHex(),
                  file,
                  FORMAT,
                  index,
                  from,
                  Stretch.NONE,
                  from.plusSeconds(seconds)),
              previous,
              event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void failOnce(UUID cameraId, RuntimeException failure) {
    failures.put(cameraId, failure);
  }

  public void forge(UUID cameraId, boolean on) {
    if (on) {
      forged.add(cameraId);
    } else {
      forged.remove(cameraId);
    }
  }

  public void complete(boolean now) {
    complete = now;
  }

  public void gapCause(String cause) {
    gapCause = cause;
  }

  /// Forgets what other worlds held: their requests have the same codes.
  public void forgetHolds() {
    HOLDS.clear();
  }

  /// What cameras are held for a reason.
  public long holds(String reason) {
    return HOLDS.values().stream().filter(reason::equals).count();
  }

  @Override
  public Coverage coverage(UUID cameraId, Span asked) {
    List<Span> recorded = new ArrayList<>();
    for (Kept one : segments(cameraId)) {
      Span part = new Span(one.segment().start(), one.segment().end()).intersect(asked);
      if (!part.isEmpty()) {
        recorded.add(part);
      }
    }
    List<Coverage.Gap> gaps = new ArrayList<>();
    Instant at = asked.from();
    for (Span run : recorded) {
      if (at.isBefore(run.from())) {
        gaps.add(new Coverage.Gap(new Span(at, run.from()), gapCause, "test"));
      }
      at = run.to();
    }
    if (at.isBefore(asked.to())) {
      gaps.add(new Coverage.Gap(new Span(at, asked.to()), gapCause, "test"));
    }
    return new Coverage(asked, recorded, gaps, null, null);
  }

  @Override
  public void verify(UUID cameraId, Span asked) {}

  @Override
  public Nearest nearest(UUID cameraId, Span asked) {
    Span before = null;
    Span after = null;
    for (Kept one : segments(cameraId)) {
      Span span = new Span(one.segment().start(), one.segment().end());
      if (span.from().isBefore(asked.from())) {
        before = span;
      } else if (after == null) {
        after = span;
      }
    }
    return new Nearest(before, after);
  }

  /// Loses all that is recorded of a camera from an instant on,.
  public void lose(UUID cameraId, Instant from) {
    KEPT.computeIfPresent(
        cameraId,
        (_, kept) ->
            new ArrayList<>(
                kept.stream().filter(one -> one.segment().start().isBefore(from)).toList()));
  }

  @Override
  public boolean isComplete(UUID cameraId, Span asked) {
    return complete;
  }

  @Override
  public Extract extract(UUID cameraId, Span asked, Path target) {
    CleanMp4 clip =
        CleanMp4.of(recorded(cameraId), asked.from(), asked.to())
            .orElseThrow(() -> Problem.of(RecordingProblem.NOT_RECORDED));
    try {
      write(cameraId, clip, target);
      RuntimeException failure = failures.remove(cameraId);
      if (failure != null) {
        Files.write(target, new byte[(int) clip.sizeBytes() / 2]);
        throw failure;
      }
      List<Extract.Source> sources = new ArrayList<>();
      for (Kept one : segments(cameraId)) {
        RecordedSegment segment = one.segment();
        if (new Span(segment.start(), segment.end()).overlaps(asked)) {
          sources.add(
              new Extract.Source(
                  one.id(),
                  new Span(segment.start(), segment.end()),
                  hex(segment.id()),
                  one.previous(),
                  one.event(),
                  segment.format(),
                  new ClockEvidence(
                      true,
                      Duration.ofMillis(2),
                      Duration.ZERO,
                      ClockEvidence.Source.CAMERA_TIMESTAMPS,
                      Optional.of(Duration.ofMillis(80)),
                      ClockRate.DECLARED,
                      Optional.empty())));
        }
      }
      return new Extract(
          asked,
          clip.frames().getFirst().at(),
          clip.frames().getLast().at(),
          clip.frames().size(),
          Extract.Damage.of(clip.frames(), clip.duration()),
          clip.hiddenFrames(),
          clip.hiddenPreroll(),
          clip.duration(),
          clip.sizeBytes(),
          Bytes.copyOf(ClipReader.sha256().digest(Files.readAllBytes(target))),
          coverage(cameraId, asked),
          sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(UUID cameraId, CleanMp4 clip, Path target) throws IOException {
    try (FileChannel out =
        FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      clip.write(out);
    }
    if (forged.contains(cameraId)) {
      byte[] content = Files.readAllBytes(target);
      content[content.length - 1] ^= 1;
      Files.write(target, content);
    }
  }

  @Override
  public String payloadSha256(UUID cameraId, Span asked) throws IOException {
    VirtualMp4 video = VirtualMp4.of(recorded(cameraId), asked.from(), asked.to()).orElseThrow();
    return ClipReader.read(video.sizeBytes(), video::read).sha256();
  }

  @Override
  public Still still(UUID cameraId, Instant at) {
    var picture = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
    picture.setRGB((int) (at.toEpochMilli() % 320), 90, 0xffffff);
    var jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Still(Bytes.copyOf(jpeg.toByteArray()), at);
  }

  @Override
  public void hold(UUID cameraId, Span span, String reason, @Nullable Actor by) {
    HOLDS.put(cameraId + reason, reason);
  }

  @Override
  public void lift(String reason) {
    HOLDS.values().removeIf(reason::equals);
  }

  private List<Kept> segments(UUID cameraId) {
    return KEPT.getOrDefault(cameraId, List.of());
  }

  private List<RecordedSegment> recorded(UUID cameraId) {
    return segments(cameraId).stream().map(Kept::segment).toList();
  }

  private static Bytes hex(String digits) {
    return Bytes.copyOf(HexFormat.of().parseHex(digits));
  }
}
