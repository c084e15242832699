package anbinh.cameras.store;

import anbinh.areas.Bounds;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.identity.AreaTree;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which cameras to list; what is asked for as null is not narrowed. For one thread.
public final class CameraFilter {
  private final Conditions where = new Conditions();

  Conditions where() {
    return where;
  }

  /// @param areas null for everywhere
  public CameraFilter within(@Nullable Collection<UUID> areas) {
    where.within("area_id", areas);
    return this;
  }

  public CameraFilter ids(Collection<UUID> ids) {
    where.and("id = any (:ids)", "ids", ids);
    return this;
  }

  /// By its name in the text of the query, so that its index serves.
  public CameraFilter kind(@Nullable CameraKind kind) {
    if (kind != null) {
      where.and("kind = '" + kind.name() + "'");
    }
    return this;
  }

  public CameraFilter owner(@Nullable OwnerKind owner) {
    where.and("owner_kind = :owner", "owner", owner);
    return this;
  }

  /// @param consent `NONE`, `GIVEN` (also when it is over by now) or `WITHDRAWN`; public bodies
  ///   have none of them
  public CameraFilter consent(Consent.@Nullable State consent) {
    where.and(
        """
        consent = :consent and (consent <> 'NONE' or owner_kind not in ('POLICE', 'AUTHORITY'))
        """,
        "consent",
        consent);
    return this;
  }

  public CameraFilter placed(@Nullable Boolean placed) {
    return either(placed, "latitude is not null");
  }

  /// Between two parallels and two meridians.
  public CameraFilter between(Bounds bounds) {
    where
        .and("latitude >= :south", "south", bounds.south())
        .and("latitude <= :north", "north", bounds.north())
        .and("longitude >= :west", "west", bounds.west())
        .and("longitude <= :east", "east", bounds.east());
    return this;
  }

  /// Whether a sign says that one is recorded.
  public CameraFilter signed(@Nullable Boolean signed) {
    return either(signed, "exists (select from cameras.sign where camera_id = id)");
  }

  public CameraFilter retired(@Nullable Boolean retired) {
    return either(retired, "retired_at is not null");
  }

  /// Of those that should be recorded, the ones that are, or are not, among some.
  public CameraFilter recorded(boolean recorded, Collection<UUID> recording) {
    where
        .and("recording and retired_at is null")
        .and(recorded ? "id = any (:recording)" : "id <> all (:recording)", "recording", recording);
    return this;
  }

  /// Each word stands in code, name or reference, or in the name of the area.
  public CameraFilter sought(SearchTerms words, AreaTree areas) {
    where.search(words, "search_text", "area_id", areas::named);
    return this;
  }

  private CameraFilter either(@Nullable Boolean asked, String condition) {
    if (asked != null) {
      where.and(asked ? condition : "not (" + condition + ")");
    }
    return this;
  }
}
