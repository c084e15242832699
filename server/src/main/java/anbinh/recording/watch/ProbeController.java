package anbinh.recording.watch;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraAdvice;
import anbinh.cameras.CameraEvent;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.media.VideoFormat;
import anbinh.media.ingest.CameraAddress;
import anbinh.media.ingest.ProbeResult;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.recording.ingest.CameraRecorder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/cameras/probe`: tries a camera's address before it is saved.
@RestController
@OnlyWhenServing
class ProbeController {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final CameraRecorder recorder;
  private final Access access;
  private final Messages messages;
  private final AuditLog log;

  ProbeController(CameraRecorder recorder, Access access, Messages messages, AuditLog log) {
    this.recorder = recorder;
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

  /// @param advice what to do, in the reader's language
  record ProbeView(
      boolean ok,
      @Nullable FormatView format,
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
    log.record(Event.of(CameraEvent.PROBED).by(person.actor()));
    String username = body.username();
    String password = body.password();
    CameraAddress address =
        username == null
            ? CameraAddress.of(body.address())
            : CameraAddress.of(body.address(), username, password == null ? "" : password);
    return switch (recorder.probe(address, TIMEOUT)) {
      case ProbeResult.Found found ->
          new ProbeView(true, FormatView.of(found.format()), null, null, null);
      case ProbeResult.Failed failed ->
          new ProbeView(
              false,
              null,
              failed.cause().name(),
              failed.detail(),
              messages.text(
                  "camera.advice." + CameraAdvice.key(failed.cause().name(), failed.detail())));
    };
  }
}
