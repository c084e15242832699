package anbinh.media.simulator;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.codec.NalSyntax;
import anbinh.media.codec.ParameterSets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Makes a [VideoSource] of a film's samples: begins at a key picture, and gives every picture a
/// length that can be played.
final class FilmPictures {
  /// Pictures shorter than a millisecond are no pictures of a film, but times that are missing.
  private static final long SHORTEST_90K = 90;

  /// 25 pictures a second, where the file does not say.
  private static final long ASSUMED_90K = 3600;

  private final NalSyntax syntax;
  private final Codec codec;
  private final long timescale;
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Bytes> setsInBand = new ArrayList<>();
  private long decodeTime;

  FilmPictures(Codec codec, long timescale) {
    this.codec = codec;
    this.syntax = NalSyntax.of(codec);
    this.timescale = timescale;
  }

  /// @param content with lengths of four bytes
  void add(Mp4Sample sample, ByteBuffer content) {
    long start = decodeTime * 90_000 / timescale;
    decodeTime += sample.duration();
    long duration = Math.max(1, decodeTime * 90_000 / timescale - start);
    if (pictures.isEmpty() && !sample.key()) {
      return;
    }
    if (pictures.isEmpty()) {
      keepSets(content);
    }
    long offset = sample.presentationOffset() * 90_000 / timescale;
    pictures.add(new Picture(content, duration, offset, sample.key()));
  }

  /// @param described parameter sets of the track; empty where they come with the pictures only
  VideoSource source(List<Bytes> described) throws IOException {
    if (pictures.isEmpty()) {
      throw new IOException("it has no picture at which decoding can start");
    }
    VideoFormat format =
        ParameterSets.formatOf(codec, described)
            .or(() -> ParameterSets.formatOf(codec, setsInBand))
            .orElseThrow(() -> new IOException("the track's parameter sets cannot be read"));
    return new VideoSource(format, playable());
  }

  private void keepSets(ByteBuffer content) {
    for (ByteBuffer nal : NalUnits.list(content)) {
      if (syntax.isParameterSet(syntax.type(nal.get(0)))) {
        setsInBand.add(Bytes.copyOf(nal));
      }
    }
  }

  private List<Picture> playable() {
    long total = pictures.stream().mapToLong(Picture::duration90k).sum();
    if (total < SHORTEST_90K * pictures.size()) {
      return pictures.stream().map(picture -> lasting(picture, ASSUMED_90K)).toList();
    }
    Picture last = pictures.getLast();
    if (last.duration90k() < SHORTEST_90K && pictures.size() > 1) {
      pictures.set(
          pictures.size() - 1, lasting(last, pictures.get(pictures.size() - 2).duration90k()));
    }
    return pictures;
  }

  private static Picture lasting(Picture picture, long duration90k) {
    return new Picture(
        picture.nalUnits(), duration90k, picture.presentationOffset90k(), picture.key());
  }
}
