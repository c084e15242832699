package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.VideoFormat;
import anbinh.media.codec.H264Syntax;
import anbinh.media.codec.H265Syntax;
import anbinh.media.codec.NalSyntax;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.VideoSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Compares what came from another implementation's server with the film that it played.
final class SentVideo {
  private SentVideo() {}

  /// The first `count` pictures are those of the film from some picture on, and nothing was lost.
  static void assertUnchanged(VideoSource source, Listener listener, int count) {
    List<AccessUnit> units = listener.units();
    int first = indexOf(source, units.getFirst());
    for (int i = 0; i < count; i++) {
      Picture expected = source.pictures().get(first + i);
      assertThat(content(source, units.get(i).payload()))
          .as("picture %s", i)
          .isEqualTo(content(source, expected.nalUnits()));
      assertThat(units.get(i).key()).as("picture %s", i).isEqualTo(expected.key());
    }
    assertThat(listener.losses()).isEmpty();
    VideoFormat format = listener.formats().getFirst();
    assertThat(format.width()).isEqualTo(source.format().width());
    assertThat(format.height()).isEqualTo(source.format().height());
    assertThat(format.codecs()).isEqualTo(source.format().codecs());
    assertThat(format.reorderDepth()).isEqualTo(source.format().reorderDepth());
  }

  static int indexOf(VideoSource source, AccessUnit unit) {
    for (int i = 0; i < source.pictures().size(); i++) {
      if (content(source, source.pictures().get(i).nalUnits())
          .equals(content(source, unit.payload()))) {
        return i;
      }
    }
    throw new AssertionError("the first picture received is not in the film");
  }

  /// The NAL units of a picture without delimiters and parameter sets, which servers add.
  private static List<ByteBuffer> content(VideoSource source, ByteBuffer payload) {
    NalSyntax syntax = NalSyntax.of(source.format().codec());
    int delimiter =
        switch (source.format().codec()) {
          case H264 -> H264Syntax.ACCESS_UNIT_DELIMITER;
          case H265 -> H265Syntax.ACCESS_UNIT_DELIMITER;
        };
    List<ByteBuffer> units = new ArrayList<>();
    ByteBuffer rest = payload.duplicate();
    while (rest.hasRemaining()) {
      int length = rest.getInt();
      ByteBuffer nal = rest.slice(rest.position(), length);
      rest.position(rest.position() + length);
      int type = syntax.type(nal.get(0));
      boolean added = syntax.isParameterSet(type) || type == delimiter;
      if (!added) {
        units.add(nal);
      }
    }
    return units;
  }
}
