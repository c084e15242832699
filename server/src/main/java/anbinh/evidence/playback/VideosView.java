package anbinh.evidence.playback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The videos of a sealed package by camera, in the order of the grant.
///
/// @param from the granted time
record VideosView(Instant from, Instant to, List<CameraVideos> cameras) {
  VideosView {
    cameras = List.copyOf(cameras);
  }

  /// @param code as in the package, and so is the name
  /// @param videos one clip, or what an owner gave; none where nothing is recorded
  record CameraVideos(
      UUID cameraId,
      String code,
      String name,
      List<PackagedVideo> videos,
      List<GapChapter> gaps,
      List<PassChapter> passes) {
    CameraVideos {
      videos = List.copyOf(videos);
      gaps = List.copyOf(gaps);
      passes = List.copyOf(passes);
    }
  }

  /// @param name path below the bag
  /// @param mediaType with the codecs where the package names them
  /// @param url of the sealed file itself
  /// @param copyUrl of the copy of it that the package holds for looking at; null without one
  /// @param startsAt when its first picture was taken; null for what an owner gave
  record PackagedVideo(
      String name,
      String sha256,
      long bytes,
      String mediaType,
      String url,
      @Nullable String copyUrl,
      @Nullable Instant startsAt) {}

  /// @param cause a code, as in `coverage.json`
  /// @param seconds where it begins in the clip; null without one
  record GapChapter(Instant from, Instant to, String cause, @Nullable Double seconds) {}

  /// What programs saw pass: a reading and no fact.
  ///
  /// @param kind of vehicle, or a person; null where it is not known
  /// @param plate the surest reading; null where none was seen
  /// @param confidence of it, from 0 to 1
  /// @param weakness why it cannot be relied on; null where nothing says so
  /// @param seconds where it begins in the clip
  record PassChapter(
      Instant from,
      Instant to,
      @Nullable String kind,
      @Nullable String plate,
      @Nullable Double confidence,
      @Nullable String weakness,
      @Nullable Double seconds) {}
}
