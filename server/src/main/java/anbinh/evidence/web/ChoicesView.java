package anbinh.evidence.web;

import anbinh.evidence.message.Channel;
import java.util.List;

/// The closed lists, in the reader's language.
///
/// @param subjects whom footage may be about
/// @param channels by which owners can be written to
record ChoicesView(
    List<Choice> purposes,
    List<BasisChoice> legalBases,
    List<Choice> offences,
    List<Choice> subjects,
    List<Choice> approvals,
    List<Choice> narrowings,
    List<Choice> refusals,
    List<Choice> urgentReasons,
    List<Channel> channels,
    Limits limits) {
  ChoicesView {
    purposes = List.copyOf(purposes);
    legalBases = List.copyOf(legalBases);
    offences = List.copyOf(offences);
    subjects = List.copyOf(subjects);
    approvals = List.copyOf(approvals);
    narrowings = List.copyOf(narrowings);
    refusals = List.copyOf(refusals);
    urgentReasons = List.copyOf(urgentReasons);
    channels = List.copyOf(channels);
  }

  record Choice(String code, String text) {}

  /// @param article the law and its article
  record BasisChoice(String code, String text, String article) {}

  /// @param ordinaryCameras above this, and above the next two, a senior approver decides
  /// @param ordinaryAgeDays how old footage may be when it is asked for
  record Limits(
      int mostCameras,
      long longestCameraMillis,
      int ordinaryCameras,
      long ordinaryCameraMillis,
      long ordinaryAgeDays,
      int shortestNecessity,
      int longestNecessity,
      long decideWithinMillis,
      long ratifyWithinMillis) {}
}
