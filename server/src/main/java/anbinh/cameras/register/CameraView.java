package anbinh.cameras.register;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraHealth;
import anbinh.media.VideoFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A camera as the API shows it.
///
/// @param address only for who may change the camera
/// @param username likewise
record CameraView(
    UUID id,
    String code,
    String name,
    UUID areaId,
    String areaName,
    Camera.@Nullable Place place,
    boolean simulated,
    boolean recording,
    int keepDays,
    boolean retired,
    @Nullable String address,
    @Nullable String username,
    HealthView health) {

  /// @param gapMillis how long nothing has been recorded although it should be
  record HealthView(
      CameraHealth.Connection connection,
      @Nullable String cause,
      @Nullable String detail,
      Instant since,
      @Nullable Instant lastFrameAt,
      @Nullable Instant recordedUntil,
      @Nullable Long gapMillis,
      @Nullable FormatView format,
      double framesPerSecond,
      long bitsPerSecond,
      @Nullable Long clockOffsetMillis,
      CameraHealth.Storage storage) {
    static HealthView of(CameraHealth health, Instant now) {
      boolean shouldRecord = health.connection() != CameraHealth.Connection.OFF;
      boolean records =
          health.connection() == CameraHealth.Connection.CONNECTED
              && health.storage() == CameraHealth.Storage.OK;
      Instant until = health.recordedUntil();
      return new HealthView(
          health.connection(),
          health.cause(),
          health.detail(),
          health.since(),
          health.lastFrameAt(),
          until,
          shouldRecord && !records && until != null
              ? Math.max(0, Duration.between(until, now).toMillis())
              : null,
          FormatView.of(health.format()),
          health.framesPerSecond(),
          health.bitsPerSecond(),
          health.clockOffsetMillis(),
          health.storage());
    }
  }

  record FormatView(String codec, String codecs, int width, int height) {
    static @Nullable FormatView of(@Nullable VideoFormat format) {
      return format == null
          ? null
          : new FormatView(format.codec().name(), format.codecs(), format.width(), format.height());
    }
  }

  static CameraView of(
      Camera camera, String areaName, CameraHealth health, Instant now, boolean withAddress) {
    return new CameraView(
        camera.id(),
        camera.code(),
        camera.name(),
        camera.areaId(),
        areaName,
        camera.place(),
        camera.simulated(),
        camera.recording(),
        camera.keepDays(),
        camera.retired(),
        withAddress ? camera.address().toString() : null,
        withAddress ? camera.username() : null,
        HealthView.of(health, now));
  }
}
