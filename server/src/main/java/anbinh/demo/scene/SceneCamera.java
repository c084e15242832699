package anbinh.demo.scene;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.codec.ParameterSets;
import anbinh.media.simulator.LiveFeed;
import anbinh.media.simulator.Picture;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One scene being filmed: draws, encodes and hands on a picture at each call. For one thread.
final class SceneCamera implements AutoCloseable {
  static final int FRAMES_PER_SECOND = 10;
  private static final int BITS_PER_SECOND = 700_000;
  private static final long TICKS_PER_FRAME = 90_000 / FRAMES_PER_SECOND;
  private static final int IDR = 5;
  private static final int SPS = 7;
  private static final int PPS = 8;

  private final SceneRenderer renderer;
  private final PictureEncoder encoder;
  private final InstantSource clock;
  private @Nullable LiveFeed feed;

  SceneCamera(Scene scene, ZoneId zone, InstantSource clock) {
    this.renderer = new SceneRenderer(scene, zone);
    this.encoder =
        new PictureEncoder(scene.width(), scene.height(), FRAMES_PER_SECOND, BITS_PER_SECOND);
    this.clock = clock;
  }

  /// Films what the scene shows now, and returns the feed to which all pictures go.
  LiveFeed film() {
    long takenNanos = System.nanoTime();
    List<ByteBuffer> nals = split(encoder.encode(renderer.render(clock.instant())));
    boolean key = nals.stream().anyMatch(nal -> type(nal) == IDR);
    Picture picture = new Picture(withLengths(nals), TICKS_PER_FRAME, 0, key);
    LiveFeed present = feed;
    if (present == null) {
      present = new LiveFeed(format(nals), picture);
      feed = present;
    }
    present.add(picture, takenNanos);
    return present;
  }

  private static VideoFormat format(List<ByteBuffer> nals) {
    List<Bytes> sets = new ArrayList<>();
    for (ByteBuffer nal : nals) {
      if (type(nal) == SPS || type(nal) == PPS) {
        sets.add(Bytes.copyOf(nal));
      }
    }
    return ParameterSets.formatOf(Codec.H264, sets)
        .orElseThrow(() -> new IllegalStateException("the encoder gave no parameter sets"));
  }

  private static int type(ByteBuffer nal) {
    return nal.get(nal.position()) & 0x1F;
  }

  /// The NAL units between the start codes of an Annex B access unit.
  private static List<ByteBuffer> split(byte[] annexB) {
    List<ByteBuffer> nals = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i + 3 <= annexB.length; i++) {
      if (annexB[i] == 0 && annexB[i + 1] == 0 && annexB[i + 2] == 1) {
        if (begin >= 0) {
          nals.add(slice(annexB, begin, i));
        }
        begin = i + 3;
        i += 2;
      }
    }
    nals.add(slice(annexB, begin, annexB.length));
    return nals;
  }

  /// Zeros before the next start code belong to it (ITU-T H.264 annex B).
  private static ByteBuffer slice(byte[] annexB, int begin, int end) {
    int last = end;
    while (last > begin && annexB[last - 1] == 0) {
      last--;
    }
    return ByteBuffer.wrap(annexB, begin, last - begin).slice();
  }

  private static ByteBuffer withLengths(List<ByteBuffer> nals) {
    ByteBuffer unit = ByteBuffer.allocate(nals.stream().mapToInt(nal -> 4 + nal.remaining()).sum());
    nals.forEach(nal -> unit.putInt(nal.remaining()).put(nal.duplicate()));
    return unit.flip();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
