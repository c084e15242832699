package anbinh.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a material may be, told by how its content begins and never by its name; with the most
/// bytes that one may have.
enum MaterialType {
  PDF("application/pdf", "pdf", 5, 0, "%PDF-"),
  PNG("image/png", "png", 3, 1, "PNG\r\n"),
  JPEG("image/jpeg", "jpg", 3, 0, "\u00ff\u00d8\u00ff"),
  WEBP("image/webp", "webp", 3, 8, "WEBP"),
  MP3("audio/mpeg", "mp3", 5, 0, "ID3");

  static final int MAX_MEGABYTES = 5;
  private static final int MEGABYTE = 1024 * 1024;

  private final String media;
  private final String ending;
  private final int megabytes;
  private final int at;
  private final String begin;

  MaterialType(String media, String ending, int megabytes, int at, String begin) {
    this.media = media;
    this.ending = ending;
    this.megabytes = megabytes;
    this.at = at;
    this.begin = begin;
  }

  String media() {
    return media;
  }

  String ending() {
    return ending;
  }

  int megabytes() {
    return megabytes;
  }

  boolean isTooLarge(int bytes) {
    return bytes > megabytes * MEGABYTE;
  }

  static Optional<MaterialType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    byte[] requested = begin.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= at + requested.length
        && Arrays.equals(content, at, at + requested.length, requested, 0, requested.length);
  }
}
