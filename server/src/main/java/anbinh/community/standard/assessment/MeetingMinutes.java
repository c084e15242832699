package anbinh.community.standard.assessment;

import java.time.LocalDate;

/// The minutes of a meeting that assessed a unit.
///
/// @param chair who chaired it, kept encrypted
/// @param households that were asked to come: of a residential area its households, elsewhere those
///   who work there
/// @param organisations that sent somebody
record MeetingMinutes(
    LocalDate heldOn,
    String chair,
    int households,
    int attended,
    int organisations,
    int votesFor,
    int votesAgainst) {
  /// Without who chaired it.
  @Override
  public String toString() {
    return "MeetingMinutes[heldOn=%s, attended=%d/%d]".formatted(heldOn, attended, households);
  }
}
