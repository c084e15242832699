package anbinh.cameras.register;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraAdvice;
import anbinh.cameras.CameraHealth;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.sign.Sign;
import anbinh.identity.PersonName;
import anbinh.media.VideoFormat;
import anbinh.platform.Messages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A camera as the API shows it.
///
/// @param place where it stands and what it looks at
/// @param address only for who may change the camera
/// @param username likewise
/// @param sign null when the register knows of none
record CameraView(
    UUID id,
    String code,
    CameraKind kind,
    @Nullable String reference,
    String name,
    UUID areaId,
    String areaName,
    OwnerKind ownerKind,
    ConsentView consent,
    Camera.@Nullable Place place,
    boolean simulated,
    boolean recording,
    int keepDays,
    boolean retired,
    @Nullable String address,
    @Nullable String username,
    @Nullable SignView sign,
    HealthView health) {

  /// That a sign says that one is recorded.
  ///
  /// @param by who said so
  record SignView(LocalDate on, PersonName by) {
    static @Nullable SignView of(@Nullable Sign sign, Map<UUID, String> names) {
      return sign == null
          ? null
          : new SignView(sign.putUpOn(), PersonName.of(sign.recordedBy(), names));
    }
  }

  /// @param until the last day on which it counts
  record ConsentView(Consent.State state, @Nullable LocalDate until) {
    static ConsentView of(Consent consent, LocalDate today) {
      return new ConsentView(consent.on(today), consent.until());
    }
  }

  /// @param advice what to do about what is wrong, in the reader's language; null when nothing is
  /// @param gapMillis how long nothing has been recorded although it should be
  record HealthView(
      CameraHealth.Connection connection,
      @Nullable String cause,
      @Nullable String detail,
      @Nullable String advice,
      Instant since,
      @Nullable Instant lastFrameAt,
      @Nullable Instant recordedUntil,
      @Nullable Long gapMillis,
      @Nullable FormatView format,
      double framesPerSecond,
      long bitsPerSecond,
      @Nullable Long clockOffsetMillis,
      CameraHealth.Quality quality,
      CameraHealth.Storage storage) {
    static HealthView of(CameraHealth health, Messages messages, Instant now) {
      boolean shouldRecord = health.connection() != CameraHealth.Connection.OFF;
      boolean records =
          health.connection() == CameraHealth.Connection.CONNECTED
              && health.storage() == CameraHealth.Storage.OK;
      Instant until = health.recordedUntil();
      return new HealthView(
          health.connection(),
          health.cause(),
          health.detail(),
          CameraAdvice.key(health).map(key -> messages.text("camera.advice." + key)).orElse(null),
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
          health.quality(),
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
      Camera camera,
      String areaName,
      @Nullable SignView sign,
      CameraHealth health,
      Messages messages,
      Instant now,
      LocalDate today,
      boolean withAddress) {
    return new CameraView(
        camera.id(),
        camera.code(),
        camera.kind(),
        camera.reference(),
        camera.name(),
        camera.areaId(),
        areaName,
        camera.ownerKind(),
        ConsentView.of(camera.consent(), today),
        camera.place(),
        camera.simulated(),
        camera.recording(),
        camera.keepDays(),
        camera.retired(),
        withAddress ? camera.findAddress().map(URI::toString).orElse(null) : null,
        withAddress ? camera.username() : null,
        sign,
        HealthView.of(health, messages, now));
  }
}
