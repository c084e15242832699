package anbinh.mediation.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The yearly review of how a team is made up and works (article 12.3).
///
/// @param proposal what the Front's working committee proposes to the commune
record TeamReview(
    UUID teamId,
    int year,
    LocalDate heldOn,
    String organisation,
    String activity,
    Proposal proposal,
    UUID by,
    Instant at) {
  public enum Proposal {
    /// As it is.
    KEEP,
    /// More mediators.
    ADD,
    /// Others in the place of some.
    REPLACE,
    REORGANISE
  }
}
