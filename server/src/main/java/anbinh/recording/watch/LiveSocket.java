package anbinh.recording.watch;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.identity.session.OpenSessions;
import anbinh.media.VideoFormat;
import anbinh.media.record.LiveEvent;
import anbinh.media.record.LiveFeed;
import anbinh.media.record.RecordingTrack;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.recording.store.OpenSegments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/// `WS /api/cameras/{id}/live`: the fragments that go to disk, sent to a browser as they come.
///
/// One virtual thread a viewer; a slow one loses pictures, never the recorder. Who may not watch is
/// told by the closing code: 4401 signed out, 4403 not allowed, 4404 no such camera or none that is
/// recorded. The right is looked at again every second, so that it ends with the session, the role
/// or the camera's area and not with the patience of the viewer.
@Component
@OnlyWhenServing
class LiveSocket extends AbstractWebSocketHandler {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
  private static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");
  private static final CloseStatus NOT_ALLOWED = new CloseStatus(4403, "not allowed");
  private static final CloseStatus NO_CAMERA = new CloseStatus(4404, "no such camera");
  private static final CloseStatus NOT_RECORDED = new CloseStatus(4404, "not recorded");
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final String FEED = "feed";

  private final Cameras cameras;
  private final OpenSegments tracks;
  private final Access access;
  private final OpenSessions sessions;
  private final WatchLog log;
  private final JsonMapper json;

  LiveSocket(
      Cameras cameras,
      OpenSegments tracks,
      Access access,
      OpenSessions sessions,
      WatchLog log,
      JsonMapper json) {
    this.cameras = cameras;
    this.tracks = tracks;
    this.access = access;
    this.sessions = sessions;
    this.log = log;
    this.json = json;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    Optional<Camera> camera;
    Person person;
    try {
      // The role first, so that whoever may watch nothing does not learn which cameras there are.
      person = LiveSocketConfiguration.asViewer(session, () -> access.require(Role.DUTY_OFFICER));
      camera = cameraId(session).flatMap(cameras::find);
      if (camera.isEmpty()) {
        session.close(NO_CAMERA);
        return;
      }
      UUID area = camera.get().areaId();
      LiveSocketConfiguration.asViewer(session, () -> access.require(area, Role.DUTY_OFFICER));
    } catch (Problem refused) {
      session.close(NOT_ALLOWED);
      return;
    }
    Optional<RecordingTrack> track = tracks.findTrack(camera.get().id());
    if (track.isEmpty()) {
      session.close(NOT_RECORDED);
      return;
    }
    log.liveWatched(person, camera.get());
    LiveFeed feed = track.get().subscribe();
    session.getAttributes().put(FEED, feed);
    UUID cameraId = camera.get().id();
    Thread.ofVirtual().name("live-", 0).start(() -> send(session, cameraId, feed));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    if (session.getAttributes().get(FEED) instanceof LiveFeed feed) {
      feed.close();
    }
  }

  private void send(WebSocketSession session, UUID cameraId, LiveFeed feed) {
    try (feed) {
      long looked = System.nanoTime();
      while (session.isOpen()) {
        if (System.nanoTime() - looked >= LOOK_EVERY.toNanos()) {
          Optional<CloseStatus> end = whyNoMore(session, cameraId);
          if (end.isPresent()) {
            session.close(end.get());
            return;
          }
          looked = System.nanoTime();
        }
        Optional<LiveEvent> next = feed.next(LOOK_EVERY);
        if (next.isPresent() && !send(session, next.get())) {
          session.close(CloseStatus.NORMAL);
        }
      }
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("a live viewer went away", gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /// Why the viewer may watch no longer. A database that does not answer takes nobody's right.
  private Optional<CloseStatus> whyNoMore(WebSocketSession session, UUID cameraId) {
    try {
      Optional<Person> viewer =
          sessions.find(
              String.valueOf(
                  session
                      .getAttributes()
                      .get(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME)));
      if (viewer.isEmpty()) {
        return Optional.of(SIGNED_OUT);
      }
      UUID area = cameras.get(cameraId).areaId();
      return access.may(viewer.get(), area, Role.DUTY_OFFICER)
          ? Optional.empty()
          : Optional.of(NOT_ALLOWED);
    } catch (DataAccessException | TransactionException unreachable) {
      LOG.debug("the rights of a live viewer cannot be read", unreachable);
      return Optional.empty();
    }
  }

  /// @return whether more will come
  private boolean send(WebSocketSession session, LiveEvent event) throws IOException {
    WebSocketMessage<?> message =
        switch (event) {
          case LiveEvent.Init init -> {
            session.sendMessage(text(format(init.format())));
            yield new BinaryMessage(init.head().asBuffer());
          }
          case LiveEvent.Fragment fragment -> new BinaryMessage(joined(fragment));
          case LiveEvent.Skipped skipped ->
              text(Map.of("event", "skipped", "pictures", skipped.pictures()));
          case LiveEvent.Interrupted interrupted ->
              text(
                  Map.of(
                      "event",
                      "gap",
                      "cause",
                      interrupted
                          .gap()
                          .camera()
                          .map(Enum::name)
                          .orElse(interrupted.gap().cause().name())));
          case LiveEvent.Ended _ -> text(Map.of("event", "ended"));
        };
    session.sendMessage(message);
    return !(event instanceof LiveEvent.Ended);
  }

  private static Map<String, Object> format(VideoFormat format) {
    return Map.of(
        "event",
        "format",
        "codecs",
        format.codecs(),
        "width",
        format.width(),
        "height",
        format.height());
  }

  private static ByteBuffer joined(LiveEvent.Fragment fragment) {
    ByteBuffer bytes = ByteBuffer.allocate(fragment.sizeBytes());
    return bytes.put(fragment.header().duplicate()).put(fragment.payload().duplicate()).flip();
  }

  private TextMessage text(Object body) {
    return new TextMessage(json.writeValueAsString(body));
  }

  private static Optional<UUID> cameraId(WebSocketSession session) {
    return Optional.ofNullable(session.getUri())
        .map(uri ->
            uri.getPath()
                .substring(LiveSocketConfiguration.PREFIX.length())
                .replace(LiveSocketConfiguration.SUFFIX, ""))
        .flatMap(LiveSocket::uuid);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
