package anbinh.recording.watch;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraAdvice;
import anbinh.cameras.CameraEvent;
import anbinh.identity.Attempts;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.ingest.CameraAddress;
import anbinh.media.ingest.ProbeResult;
import anbinh.media.rtsp.MalformedRtspException;
import anbinh.media.rtsp.RtspUri;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.recording.RecordingProblem;
import anbinh.recording.ingest.CameraRecorder;
import anbinh.recording.still.Stills;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/cameras/probe`: tries a camera's address before it is saved, and shows its picture.
@RestController
@OnlyWhenServing
class ProbeController {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// So that nobody searches a network through the server.
  static final int MAX_PROBES = 20;

  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final CameraRecorder recorder;
  private final Stills stills;
  private final Access access;
  private final Messages messages;
  private final AuditLog log;
  private final Attempts attempts;

  ProbeController(
      CameraRecorder recorder,
      Stills stills,
      Access access,
      Messages messages,
      AuditLog log,
      InstantSource clock) {
    this.attempts = new Attempts(clock, MAX_PROBES, WINDOW);
    this.recorder = recorder;
    this.stills = stills;
    this.access = access;
    this.messages = messages;
    this.log = log;
  }

  record ProbeBody(
      @NotBlank @Size(max = 500) String address,
      @Nullable @Size(max = 120) String username,
      @Nullable @Size(max = 200) String password) {
    @Override
    public String toString() {
      return "ProbeBody[…]";
    }
  }

  /// @param picture JPEG in Base64; null where there is none, or it cannot be decoded here
  /// @param advice what to do, in the reader's language
  record ProbeView(
      boolean ok,
      @Nullable FormatView format,
      @Nullable String picture,
      @Nullable String cause,
      @Nullable String detail,
      @Nullable String advice) {}

  record FormatView(String codec, String codecs, int width, int height) {
    static FormatView of(VideoFormat format) {
      return new FormatView(
          format.codec().name(), format.codecs(), format.width(), format.height());
    }
  }

  @PostMapping("/api/cameras/probe")
  ProbeView probe(@Valid @RequestBody ProbeBody body) throws InterruptedException {
    Person person = access.require(Role.ADMINISTRATOR);
    attempts
        .begin(person.id().toString())
        .ifPresent(wait -> {
          throw Problem.of(RecordingProblem.TOO_MANY_PROBES, MAX_PROBES).after(wait);
        });
    String username = body.username();
    String password = body.password();
    CameraAddress address =
        username == null
            ? CameraAddress.of(body.address())
            : CameraAddress.of(body.address(), username, password == null ? "" : password);
    log.record(
        Event.of(CameraEvent.PROBED).by(person.actor()).detail("address", serverOf(address)));
    return switch (recorder.probe(address, TIMEOUT)) {
      case ProbeResult.Found found ->
          new ProbeView(
              true,
              FormatView.of(found.format()),
              stills
                  .decode(found.format(), found.firstPicture())
                  .map(ProbeController::base64)
                  .orElse(null),
              null,
              null,
              null);
      case ProbeResult.Failed failed ->
          new ProbeView(
              false,
              null,
              null,
              failed.cause().name(),
              failed.detail(),
              messages.text(
                  "camera.advice." + CameraAdvice.key(failed.cause().name(), failed.detail())));
    };
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  /// Host and port alone: some cameras have their password in the path.
  private static String serverOf(CameraAddress address) {
    try {
      RtspUri uri = RtspUri.parse(address.uri());
      return uri.host() + ":" + uri.port();
    } catch (MalformedRtspException unreadable) {
      return "?";
    }
  }
}
