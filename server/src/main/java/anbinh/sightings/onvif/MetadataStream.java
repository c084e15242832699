package anbinh.sightings.onvif;

import anbinh.media.Bytes;
import anbinh.media.MetadataListener;
import anbinh.media.StreamState;
import anbinh.platform.FieldProblem;
import anbinh.sightings.onvif.MetadataReader.MalformedMetadata;
import anbinh.sightings.source.SourceActivity;
import anbinh.sightings.source.SourceConnection;
import anbinh.sightings.source.SourceConnection.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What comes of one camera: follows what its documents tell, and hands on rows of what is over.
/// Safe for many threads.
final class MetadataStream implements MetadataListener {
  private static final Duration REPEATING = Duration.ofSeconds(5);

  private final String camera;
  private final SourceActivity activity;
  private final InstantSource clock;
  private final Consumer<List<Map<String, Object>>> rows;
  private final FollowedObjects followed;
  private Instant playingSince = Instant.MIN;

  /// @param camera its code
  MetadataStream(
      String camera,
      SourceActivity activity,
      InstantSource clock,
      Consumer<List<Map<String, Object>>> rows) {
    this.camera = camera;
    this.activity = activity;
    this.clock = clock;
    this.rows = rows;
    this.followed = new FollowedObjects(camera);
  }

  @Override
  public synchronized void onPlaying() {
    playingSince = clock.instant();
    tell(State.CONNECTED, null);
  }

  @Override
  public synchronized void onDocument(Bytes document, Instant at) {
    try {
      MetadataDocument read = MetadataReader.read(document);
      activity.passedOver(read.passedOver());
      for (MetadataFrame frame : read.frames()) {
        if (frame.kind() == MetadataFrame.Kind.STATE && isRepeating(at)) {
          activity.passedOver(1);
        } else {
          rows.accept(followed.add(frame, at));
        }
      }
    } catch (MalformedMetadata e) {
      onUnreadable(at);
    }
  }

  /// Whether a state may be told that was so long before: cameras do it when somebody connects.
  private boolean isRepeating(Instant at) {
    return at.isBefore(playingSince.plus(REPEATING));
  }

  @Override
  public void onUnreadable(Instant at) {
    activity.refused(camera, List.of(new FieldProblem("", "metadata")), at);
  }

  @Override
  public void onState(StreamState state) {
    if (state instanceof StreamState.Down(StreamState.Cause cause, String detail, _)) {
      State why =
          switch (cause) {
            case UNAUTHORISED -> State.NOT_ACCEPTED;
            case NOT_FOUND -> State.NO_METADATA;
            case UNSUPPORTED_CODEC -> State.NOT_SUPPORTED;
            case BAD_ADDRESS,
                FORBIDDEN_ADDRESS,
                UNREACHABLE,
                NOT_RTSP,
                NO_VIDEO,
                MALFORMED_STREAM,
                STALLED,
                ENDED,
                REFUSED,
                RECEIVER_FAILED ->
                State.UNREACHABLE;
          };
      tell(why, detail);
    }
  }

  void tell(State state, @Nullable String detail) {
    activity.connection(new SourceConnection(camera, state, clock.instant(), detail));
  }

  /// Ends what has not been seen for a while.
  synchronized void endGone() {
    rows.accept(followed.over(clock.instant()));
  }

  /// Ends all that is followed.
  synchronized void end() {
    rows.accept(followed.end());
  }
}
