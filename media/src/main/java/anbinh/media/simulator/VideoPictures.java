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

/// Makes a [VideoSource] of a film's samples: plays what the film's edit list shows, and gives
/// every picture a length that can be played.
///
/// A stream cannot hide the pictures that others need, so each part begins at the first key picture
/// that is shown, and ends before the first picture that is not. The last picture before such a
/// hole, or before a pause, lasts until it goes on. What a film shows first when it begins with a
/// pause or between key pictures is left out.
final class VideoPictures {
  /// Pictures shorter than a millisecond are no pictures of a film, but times that are missing.
  private static final long MIN_90K = 90;

  /// 25 pictures a second, where the file does not say.
  private static final long ASSUMED_90K = 3600;

  private static final int MAX_PICTURES = 1_000_000;

  private final NalSyntax syntax;
  private final Codec codec;
  private final long timescale;
  private final List<Coded> film = new ArrayList<>();
  private final List<Bytes> setsInBand = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private long decodeTime;

  /// A picture of the film. Times are in ticks of the track since its first picture was decoded.
  private record Coded(
      ByteBuffer content, long decoded, long duration, long presentationOffset, boolean key) {
    long shown() {
      return decoded + presentationOffset;
    }

    long shownUntil() {
      return shown() + duration;
    }

    boolean isShownFrom(long from) {
      return shown() >= from || shownUntil() > from;
    }
  }

  VideoPictures(Codec codec, long timescale) {
    this.codec = codec;
    this.syntax = NalSyntax.of(codec);
    this.timescale = timescale;
  }

  /// @param content with lengths of four bytes
  void add(Mp4Sample sample, ByteBuffer content) {
    if (sample.key() && setsInBand.isEmpty()) {
      keepSets(content);
    }
    film.add(
        new Coded(
            content, decodeTime, sample.duration(), sample.presentationOffset(), sample.key()));
    decodeTime += sample.duration();
  }

  /// @param described parameter sets of the track; empty where they come with the pictures only
  VideoSource source(List<Bytes> described, Mp4EditList shown) throws IOException {
    if (film.stream().noneMatch(Coded::key)) {
      throw new IOException("it has no picture at which decoding can start");
    }
    VideoFormat format =
        ParameterSets.formatOf(codec, described)
            .or(() -> ParameterSets.formatOf(codec, setsInBand))
            .orElseThrow(() -> new IOException("the track's parameter sets cannot be read"));
    long begin = film.stream().mapToLong(Coded::shown).min().orElse(0);
    for (Mp4EditList.Edit edit : shown.edits()) {
      switch (edit) {
        case Mp4EditList.Edit.Part(long from, long to) -> play(Math.max(begin, from), to);
        case Mp4EditList.Edit.Pause(long ticks) -> lengthenLast(ticks90k(ticks));
      }
    }
    if (pictures.isEmpty()) {
      playFromBefore(shown);
    }
    if (pictures.isEmpty()) {
      throw new IOException("its edit list shows no picture at which decoding can start");
    }
    return new VideoSource(format, playable());
  }

  /// What is shown begins and ends between two key pictures, as in what ffmpeg copies out of a
  /// stream for a moment: it is played from the key picture before.
  private void playFromBefore(Mp4EditList shown) {
    for (Mp4EditList.Edit edit : shown.edits()) {
      if (edit instanceof Mp4EditList.Edit.Part(long from, long to)) {
        film.stream()
            .filter(picture -> picture.key() && picture.shown() <= from)
            .mapToLong(Coded::shown)
            .max()
            .ifPresent(key -> play(key, to));
      }
    }
  }

  private void play(long from, long to) {
    int at = 0;
    while (at < film.size() && !isBegin(film.get(at), from, to)) {
      at++;
    }
    if (at == film.size()) {
      lengthenLast(ticks90k(Math.min(to, end()) - from));
      return;
    }
    Coded first = film.get(at);
    lengthenLast(ticks90k(first.shown() - from));
    long played = 0;
    for (; at < film.size(); at++) {
      Coded next = film.get(at);
      if (next.shown() >= to) {
        break;
      }
      long duration =
          Math.max(1, ticks90k(next.decoded() + next.duration()) - ticks90k(next.decoded()));
      played += duration;
      if (next.isShownFrom(from)) {
        add(next, duration);
      } else {
        lengthenLast(duration);
      }
    }
    if (to < end()) {
      lengthenLast(ticks90k(to - first.shown()) - played);
    }
  }

  private long end() {
    return film.stream().mapToLong(Coded::shownUntil).max().orElse(0);
  }

  private static boolean isBegin(Coded coded, long from, long to) {
    return coded.key() && coded.isShownFrom(from) && coded.shown() < to;
  }

  private void add(Coded coded, long duration90k) {
    if (pictures.size() == MAX_PICTURES) {
      throw new UnplayableVideo("its edit list shows more than a million pictures");
    }
    pictures.add(
        new Picture(
            coded.content(), duration90k, ticks90k(coded.presentationOffset()), coded.key()));
  }

  /// Lets the last picture last longer; nothing where there is none yet, or by less than nothing.
  private void lengthenLast(long ticks90k) {
    if (ticks90k > 0 && !pictures.isEmpty()) {
      Picture last = pictures.removeLast();
      pictures.add(lasting(last, last.duration90k() + ticks90k));
    }
  }

  private long ticks90k(long ticks) {
    return ticks * 90_000 / timescale;
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
    if (total < MIN_90K * pictures.size()) {
      return pictures.stream().map(picture -> lasting(picture, ASSUMED_90K)).toList();
    }
    Picture last = pictures.getLast();
    if (last.duration90k() < MIN_90K && pictures.size() > 1) {
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
