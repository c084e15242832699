package anbinh.evidence.copy;

import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A copy to be made, as it was sent, before any rule.
///
/// @param master the video in the package, `data/…`
/// @param mode `REVEAL` (everything is hidden but what the boxes show) unless said otherwise
/// @param fill `CELLS` for `REVEAL` and `SOLID` for `COVER` unless said otherwise
/// @param keepsSound the sound goes unless this is true
record CopyForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String kind,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String master,
    @Nullable String mode,
    @Nullable String fill,
    @Nullable List<TrackForm> tracks,
    @Nullable List<String> reasons,
    @Nullable Boolean keepsSound,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String words) {
  private static final int MAX_NAME = 300;
  private static final int MAX_WORDS = 2_000;
  private static final int MAX_TRACKS = 40;
  private static final int MAX_KEYS = 500;
  private static final double MAX_SECONDS = 48 * 3600.0;

  CopyForm {
    tracks = tracks == null ? null : List.copyOf(tracks);
    reasons = reasons == null ? null : List.copyOf(reasons);
  }

  /// @param beyond whether the box stays for the rest of the video before its first and after its
  ///   last key position; boxes that cover do unless this is false, boxes that show do not
  record TrackForm(@Nullable Boolean beyond, @Nullable List<KeyForm> keys) {
    TrackForm {
      keys = keys == null ? null : List.copyOf(keys);
    }
  }

  /// @param seconds from the beginning of the video
  /// @param x from the left, in parts of the picture's width, as is the width
  /// @param y from the top, in parts of the picture's height, as is the height
  record KeyForm(
      @Nullable Double seconds,
      @Nullable Double x,
      @Nullable Double y,
      @Nullable Double width,
      @Nullable Double height) {}

  record Requested(
      Copy.Kind kind,
      String master,
      @Nullable Redaction covering,
      List<CopyReason> reasons,
      boolean keepsSound,
      String words) {
    Requested {
      reasons = List.copyOf(reasons);
    }
  }

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<Copy.Kind> what = fields.choice("kind", kind, Copy.Kind.class);
    Optional<String> video = fields.text("master", master, 1, MAX_NAME);
    Optional<String> why = fields.text("words", words, 1, MAX_WORDS);
    boolean redacted = what.filter(Copy.Kind.REDACTED::equals).isPresent();
    Set<CopyReason> reasonsRead = redacted ? reasons(fields) : Set.of();
    Redaction covering = redacted ? covering(fields) : null;
    fields.throwProblems();
    return new Requested(
        what.orElseThrow(),
        video.orElseThrow(),
        covering,
        List.copyOf(reasonsRead),
        redacted ? Boolean.TRUE.equals(keepsSound) : !Boolean.FALSE.equals(keepsSound),
        why.orElseThrow());
  }

  private Set<CopyReason> reasons(FieldReader fields) {
    Set<CopyReason> read = EnumSet.noneOf(CopyReason.class);
    if (reasons == null || reasons.isEmpty()) {
      fields.reject("reasons", "required");
      return read;
    }
    for (String reason : reasons) {
      fields.choice("reasons", reason, CopyReason.class).ifPresent(read::add);
    }
    return read;
  }

  private @Nullable Redaction covering(FieldReader fields) {
    Redaction.Mode how =
        mode == null
            ? Redaction.Mode.REVEAL
            : fields.choice("mode", mode, Redaction.Mode.class).orElse(Redaction.Mode.REVEAL);
    Redaction.Fill usual =
        how == Redaction.Mode.REVEAL ? Redaction.Fill.CELLS : Redaction.Fill.SOLID;
    Redaction.Fill look =
        fill == null ? usual : fields.choice("fill", fill, Redaction.Fill.class).orElse(usual);
    // All hidden and nothing shown is a copy that makes sense; nothing hidden is none.
    boolean needsTrack = how == Redaction.Mode.COVER;
    if (tracks == null || (needsTrack && tracks.isEmpty())) {
      fields.reject("tracks", "required");
      return null;
    }
    if (tracks.size() > MAX_TRACKS) {
      fields.reject("tracks", "size", MAX_TRACKS, 0);
      return null;
    }
    List<Track> read = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      String field = "tracks[" + i + "]";
      List<Track.Key> keys = keys(fields, field, tracks.get(i).keys());
      if (!keys.isEmpty()) {
        Boolean beyond = tracks.get(i).beyond();
        read.add(new Track(beyond == null ? how == Redaction.Mode.COVER : beyond, keys));
      }
    }
    return new Redaction(how, look, read);
  }

  private static List<Track.Key> keys(
      FieldReader fields, String field, @Nullable List<KeyForm> sent) {
    if (sent == null || sent.isEmpty()) {
      fields.reject(field, "required");
      return List.of();
    }
    if (sent.size() > MAX_KEYS) {
      fields.reject(field, "size", MAX_KEYS, 1);
      return List.of();
    }
    List<Track.Key> keys = new ArrayList<>();
    double before = -1;
    for (KeyForm key : sent) {
      Double at = key.seconds();
      Box box = box(key);
      if (at == null || !(at > before) || at < 0 || at > MAX_SECONDS) {
        fields.reject(field, "order");
        return List.of();
      }
      if (box == null || !box.valid()) {
        fields.reject(field, "box");
        return List.of();
      }
      keys.add(new Track.Key(at, box));
      before = at;
    }
    return keys;
  }

  private static @Nullable Box box(KeyForm key) {
    Double x = key.x();
    Double y = key.y();
    Double width = key.width();
    Double height = key.height();
    return x == null || y == null || width == null || height == null
        ? null
        : new Box(x, y, width, height);
  }
}
