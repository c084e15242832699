package anbinh.standard.assessment;

import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One unit in one year, from its registration on.
///
/// @param code what people call it, for example `STD-2026-0001`
/// @param authorityId the area whose standing body appraises and whose chair decides; null for the
///   whole site
/// @param registered households that registered, or those who were briefed; null for a commune
/// @param registrable out of how many
/// @param partyOrganisation whether there is one, so that there is to be its resolution
/// @param plan for security and order; null for a residential area
/// @param outcome what was decided
/// @param round how often it was assessed: each return begins another one
public record Assessment(
    UUID id,
    String code,
    UUID areaId,
    UnitKind kind,
    int year,
    @Nullable UUID authorityId,
    @Nullable Integer registered,
    @Nullable Integer registrable,
    boolean partyOrganisation,
    @Nullable Paper plan,
    StandardState state,
    @Nullable StandardOutcome outcome,
    int round) {
  /// A paper by its number and day.
  public record Paper(String number, LocalDate on) {}

  /// Whether it is recognised, and was not revoked.
  public boolean met() {
    return outcome == StandardOutcome.MET && state != StandardState.REVOKED;
  }

  /// Whether it was assessed where it is.
  public boolean assessed() {
    return state != StandardState.REGISTERED;
  }

  public boolean decided() {
    return outcome != null;
  }
}
