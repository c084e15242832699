package anbinh.programme.lifecycle;

import anbinh.programme.ProgrammeState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A programme.
///
/// @param code what people call it, for example `MH-0001`
/// @param kindVersion the version of the kind that it was made from
/// @param areaIds the villages that it covers, or the one commune
/// @param version the text that holds; while it is proposed, the last that was written
/// @param launchedOn the day of the decision
/// @param recommended whether the last year that was confirmed recommends it for copying, and it
///   has not ended
/// @param parentId what it was copied from
public record Programme(
    UUID id,
    String code,
    UUID kindId,
    int kindVersion,
    UUID communeId,
    List<UUID> areaIds,
    String name,
    ProgrammeState state,
    int version,
    @Nullable LocalDate launchedOn,
    @Nullable LocalDate endedOn,
    boolean recommended,
    @Nullable UUID parentId) {
  public Programme {
    areaIds = List.copyOf(areaIds);
  }

  public Programme withCode(String next) {
    return new Programme(
        id,
        next,
        kindId,
        kindVersion,
        communeId,
        areaIds,
        name,
        state,
        version,
        launchedOn,
        endedOn,
        recommended,
        parentId);
  }

  /// Whether it covers its commune as a whole.
  public boolean wholeCommune() {
    return areaIds.contains(communeId);
  }
}
