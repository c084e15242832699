package anbinh.situation.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.situation.report.SituationMediaKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/// Takes out of photos, voice and videos what they say of themselves: place, device, time,
/// thumbnail, name. Only the parts are kept that the picture or sound needs, by a closed list for
/// each format, so that what nobody has thought of goes too: JPEG (ITU-T T.81), PNG (ISO/IEC
/// 15948), WebP (RFC 9649) and MP4 with its kin (ISO/IEC 14496-12). What is not one of these, HEIC
/// among them, cannot be cleaned here and is not taken.
///
/// What is written into the picture itself, such as a date, and what an encoder hides in its
/// stream, stays.
final class MediaCleaner {
  private static final Set<String> VIDEO_BRANDS =
      Set.of(
          "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4A ", "qt  ",
          "3gp4", "3gp5", "3gp6", "3gp7", "MSNV", "dash", "mp71");

  private MediaCleaner() {}

  /// @param keepPosition whether it is kept as it is, once it was read as what it is
  /// @return empty where it is of no kind that is taken, or is broken
  static Optional<CleanedMedia> clean(SituationMediaKind kind, byte[] bytes, boolean keepPosition) {
    try {
      return read(kind, bytes)
          .map(cleaned -> keepPosition ? new CleanedMedia(cleaned.type(), bytes, 0) : cleaned);
    } catch (BrokenMedia | BufferUnderflowException | IndexOutOfBoundsException broken) {
      return Optional.empty();
    }
  }

  private static Optional<CleanedMedia> read(SituationMediaKind kind, byte[] bytes)
      throws BrokenMedia {
    ByteBuffer in = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    if (kind == SituationMediaKind.PHOTO) {
      if (JpegCleaner.isJpeg(in)) {
        return Optional.of(cleaned("image/jpeg", bytes, JpegCleaner.clean(in)));
      }
      if (PngCleaner.isPng(in)) {
        return Optional.of(cleaned("image/png", bytes, PngCleaner.clean(in)));
      }
      if (WebpCleaner.isWebp(in)) {
        return Optional.of(cleaned("image/webp", bytes, WebpCleaner.clean(in)));
      }
      return Optional.empty();
    }
    if (bytes.length >= 12 && VIDEO_BRANDS.contains(text(in, 8)) && text(in, 4).equals("ftyp")) {
      Mp4Cleaner cleaner = new Mp4Cleaner(bytes);
      cleaner.clean();
      boolean video = cleaner.hasPicture();
      if (video != (kind == SituationMediaKind.VIDEO)) {
        return Optional.empty();
      }
      return Optional.of(
          new CleanedMedia(video ? "video/mp4" : "audio/mp4", cleaner.bytes(), cleaner.blanked()));
    }
    return Optional.empty();
  }

  private static CleanedMedia cleaned(String type, byte[] before, byte[] after) {
    return new CleanedMedia(type, after, before.length - after.length);
  }

  static String text(ByteBuffer in, int at) {
    byte[] four = new byte[4];
    in.get(at, four);
    return new String(four, US_ASCII);
  }

  /// A file that is not what it begins as.
  static final class BrokenMedia extends Exception {
    BrokenMedia(String what) {
      super(what);
    }
  }
}
