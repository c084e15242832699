package anbinh.recording.still;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.platform.Problem;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Still;
import anbinh.recording.still.StillDecoder.Unit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes stills from recorded segments: reads the pictures from the key picture up to the wanted
/// one and has them decoded. Previews are small and of key pictures, so that one costs one picture.
@Component
public class Stills implements AutoCloseable {
  private static final byte[] START_CODE = {0, 0, 0, 1};
  private static final int PREVIEW_WIDTH = 320;
  private static final int PROBE_WIDTH = 640;

  private final StillDecoder decoder = new StillDecoder();
  private final Previews previews = new Previews();

  /// The picture shown at an instant that lies inside the segment.
  public Still take(RecordedSegment segment, Instant at) {
    SampleIndex index = segment.index();
    int requested = shownAt(segment, at);
    int key = index.keyAtOrBefore(index.mediaTicks(requested));
    try (var file = FileChannel.open(segment.file(), StandardOpenOption.READ)) {
      List<Unit> run = new ArrayList<>();
      for (int sample = key; sample < index.count(); sample++) {
        run.add(new Unit(annexB(file, segment, sample, sample == key), index.mediaTicks(sample)));
        // Pictures that are shown earlier may still follow in coding order.
        if (sample >= requested + segment.format().reorderDepth()) {
          break;
        }
      }
      byte[] jpeg =
          decoder.decode(
              segment.format().codec(), run, index.mediaTicks(requested), StillDecoder.WHOLE);
      return new Still(Bytes.copyOf(jpeg), segment.wallTime(index.mediaTicks(requested)));
    } catch (IOException lost) {
      throw lost(segment, lost);
    } catch (StillDecoder.UndecodableException undecodable) {
      throw Problem.of(RecordingProblem.UNDECODABLE).because(undecodable);
    }
  }

  /// The key picture until an instant that lies inside the segment.
  public static KeyFrame keyFrame(RecordedSegment segment, Instant at) {
    SampleIndex index = segment.index();
    int sample = index.keyAtOrBefore(index.mediaTicks(shownAt(segment, at)));
    return new KeyFrame(segment, sample);
  }

  /// A key picture, small.
  ///
  /// @throws Problem as for [#take], and at once while another picture is being decoded
  public Still preview(KeyFrame key) {
    Bytes jpeg =
        previews
            .find(key.segment().id(), key.sample())
            .orElseGet(() -> {
              Bytes made = makePreview(key);
              previews.keep(key.segment().id(), key.sample(), made);
              return made;
            });
    return new Still(jpeg, key.at());
  }

  /// A key picture that was received and not recorded, small; empty where it cannot be decoded.
  public Optional<Bytes> decode(VideoFormat format, AccessUnit key) {
    try {
      var unit = new Unit(annexB(format, key.payload().duplicate(), true), key.pts90k());
      return Optional.of(
          Bytes.copyOf(decoder.decode(format.codec(), List.of(unit), key.pts90k(), PROBE_WIDTH)));
    } catch (IOException | StillDecoder.UndecodableException undecodable) {
      return Optional.empty();
    }
  }

  private Bytes makePreview(KeyFrame key) {
    RecordedSegment segment = key.segment();
    long pts = key.ticks();
    try (var file = FileChannel.open(segment.file(), StandardOpenOption.READ)) {
      var run = List.of(new Unit(annexB(file, segment, key.sample(), true), pts));
      return decoder
          .tryDecode(segment.format().codec(), run, pts, PREVIEW_WIDTH)
          .map(Bytes::copyOf)
          .orElseThrow(() -> Problem.of(RecordingProblem.PREVIEWS_BUSY));
    } catch (IOException lost) {
      throw lost(segment, lost);
    } catch (StillDecoder.UndecodableException undecodable) {
      throw Problem.of(RecordingProblem.UNDECODABLE).because(undecodable);
    }
  }

  private static Problem lost(RecordedSegment segment, IOException why) {
    return Problem.of(
            RecordingProblem.FOOTAGE_LOST, segment.start().toString(), segment.end().toString())
        .because(why);
  }

  /// The sample with the latest time of showing that is not after `at`; the first one shown when
  /// all are after.
  private static int shownAt(RecordedSegment segment, Instant at) {
    SampleIndex index = segment.index();
    int best = 0;
    boolean found = false;
    for (int sample = 0; sample < index.count(); sample++) {
      boolean shown = !segment.wallTime(index.mediaTicks(sample)).isAfter(at);
      if (shown && (!found || index.mediaTicks(sample) > index.mediaTicks(best))) {
        best = sample;
        found = true;
      }
    }
    return best;
  }

  private static ByteBuffer annexB(
      FileChannel file, RecordedSegment segment, int sample, boolean withParameterSets)
      throws IOException {
    ByteBuffer source = ByteBuffer.allocate(segment.index().sizeBytes(sample));
    long position = segment.index().offsetBytes(sample);
    while (source.hasRemaining()) {
      int read = file.read(source, position + source.position());
      if (read < 0) {
        throw new IOException("the file ends inside a picture");
      }
    }
    return annexB(segment.format(), source.flip(), withParameterSets);
  }

  /// A picture with start codes in place of lengths; a key picture is preceded by the parameter
  /// sets.
  private static ByteBuffer annexB(VideoFormat format, ByteBuffer source, boolean withParameterSets)
      throws IOException {
    int extra =
        withParameterSets
            ? format.parameterSets().stream().mapToInt(set -> set.size() + 4).sum()
            : 0;
    ByteBuffer target = ByteBuffer.allocate(source.remaining() + extra);
    if (withParameterSets) {
      format.parameterSets().forEach(set -> target.put(START_CODE).put(set.asBuffer()));
    }
    while (source.remaining() >= 4) {
      int length = source.getInt();
      if (length < 0 || length > source.remaining()) {
        throw new IOException("a picture's NAL unit is longer than the picture");
      }
      target.put(START_CODE).put(source.slice(source.position(), length));
      source.position(source.position() + length);
    }
    return target.flip();
  }

  @Override
  public void close() {
    decoder.close();
  }
}
