package anbinh.evidence.request.lifecycle;

import java.util.Arrays;
import java.util.List;

/// The closed list of reasons for a decision.
///
/// What speaks against a request may speak against a part of it only, so each such reason fits an
/// approval of less as well; the two that name what suffices fit nothing else.
public enum DecisionReason {
  JUSTIFIED,
  LESS_TIME_SUFFICES,
  FEWER_CAMERAS_SUFFICE,
  NO_LINK_TO_CASE,
  NO_LEGAL_BASIS,
  NOT_NECESSARY,
  TOO_WIDE,
  PRIVATE_PLACE_IN_VIEW,
  WRONG_CAMERA_OR_TIME,
  DUPLICATE,
  OTHER_AUTHORITY_COMPETENT,
  OTHER;

  public boolean fits(DecisionOutcome outcome) {
    return switch (outcome) {
      case APPROVE -> this == JUSTIFIED;
      case APPROVE_LESS -> this != JUSTIFIED;
      case REFUSE ->
          this != JUSTIFIED && this != LESS_TIME_SUFFICES && this != FEWER_CAMERAS_SUFFICE;
    };
  }

  public static List<DecisionReason> listFor(DecisionOutcome outcome) {
    return Arrays.stream(values()).filter(reason -> reason.fits(outcome)).toList();
  }
}
