package anbinh.standard.assessment;

import anbinh.standard.criteria.StandardParticipant;
import java.time.LocalDate;
import java.util.List;

/// The minutes of a meeting that assessed a unit.
///
/// @param chair who chaired it, kept encrypted
/// @param households that were asked to come: of a residential area its households, elsewhere those
///   who work there
/// @param organisations that sent somebody
/// @param came which bodies of article 9.1 did
/// @param nonexistent which of them do not exist there
record MeetingMinutes(
    LocalDate heldOn,
    String chair,
    int households,
    int attended,
    int organisations,
    int votesFor,
    int votesAgainst,
    List<StandardParticipant.Code> came,
    List<StandardParticipant.Code> nonexistent) {
  MeetingMinutes {
    came = List.copyOf(came);
    nonexistent = List.copyOf(nonexistent);
  }

  /// Without who chaired it.
  @Override
  public String toString() {
    return "MeetingMinutes[heldOn=%s, attended=%d/%d]".formatted(heldOn, attended, households);
  }
}
