package anbinh.media.simulator;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.codec.NalSyntax;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Coded video to play: at least one picture, the first of them key. Immutable.
public record VideoSource(VideoFormat format, List<Picture> pictures) {
  public VideoSource {
    pictures = List.copyOf(pictures);
    if (pictures.isEmpty() || !pictures.getFirst().key()) {
      throw new IllegalArgumentException("a source must begin with a key picture");
    }
  }

  /// The video track of an ordinary MP4 file, H.264 or H.265, with the parameter sets before every
  /// key picture as cameras send them.
  ///
  /// @throws IOException also when the file holds nothing of the kind, saying what is wrong
  public static VideoSource ofMp4(Path file) throws IOException {
    return Mp4VideoReader.read(file).withParameterSetsInBand();
  }

  public long duration90k() {
    return pictures.stream().mapToLong(Picture::duration90k).sum();
  }

  /// The same, with the parameter sets put before every key picture that does not bring its own.
  public VideoSource withParameterSetsInBand() {
    NalSyntax syntax = NalSyntax.of(format.codec());
    List<Picture> changed = new ArrayList<>();
    for (Picture picture : pictures) {
      boolean bringsOwn =
          NalUnits.list(picture.nalUnits()).stream()
              .anyMatch(nal -> syntax.isParameterSet(syntax.type(nal.get(0))));
      changed.add(picture.key() && !bringsOwn ? withParameterSets(picture) : picture);
    }
    return new VideoSource(format, changed);
  }

  private Picture withParameterSets(Picture picture) {
    int more = format.parameterSets().stream().mapToInt(set -> 4 + set.size()).sum();
    ByteBuffer joined = ByteBuffer.allocate(more + picture.nalUnits().remaining());
    for (Bytes set : format.parameterSets()) {
      joined.putInt(set.size()).put(set.asBuffer());
    }
    joined.put(picture.nalUnits().duplicate()).flip();
    return new Picture(joined, picture.duration90k(), picture.presentationOffset90k(), true);
  }
}
