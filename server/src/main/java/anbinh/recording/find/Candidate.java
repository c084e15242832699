package anbinh.recording.find;

import anbinh.cameras.Consent;
import anbinh.cameras.SeenFrom;
import java.util.List;

/// A camera that could have seen a place at a time, with why it stands where it stands in the list.
///
/// @param score 0…100; see [Ranking]
/// @param reasons in the order of weight
public record Candidate(
    SeenFrom seen, Footage footage, Consent.State consent, int score, List<Reason> reasons) {
  public Candidate {
    reasons = List.copyOf(reasons);
  }

  /// What speaks for a camera or against it. Readers get words for it.
  public enum Reason {
    /// The place lies in the middle of the picture.
    IN_THE_MIDDLE,
    IN_VIEW,
    /// The place lies beside what the camera sees, within the tolerance.
    AT_THE_EDGE,
    /// It is within a third of the camera's range.
    NEAR,
    /// It is beyond two thirds of it.
    FAR,
    DIRECTION_UNKNOWN,
    ANGLE_ASSUMED,
    RANGE_ASSUMED,
    RECORDED,
    PARTLY_RECORDED,
    NOT_RECORDED,
    KEPT,
    PARTLY_KEPT,
    OVERWRITTEN,
    /// The whole span is there, and in less than a day it is not.
    SOON_OVERWRITTEN,
    CONSENT_GIVEN,
    CONSENT_MISSING
  }
}
