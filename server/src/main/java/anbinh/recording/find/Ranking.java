package anbinh.recording.find;

import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.Sector;
import anbinh.cameras.SeenFrom;
import anbinh.cameras.SeenFrom.Assumed;
import anbinh.cameras.view.FieldsOfView;
import anbinh.recording.Span;
import anbinh.recording.find.Candidate.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well a camera suits: a product of what there is of the footage, how the camera sees the
/// place, how sure the register is, and whether the owner agreed. Each factor is 0…1, so whatever
/// is bad about a camera shows in its score, and a camera without footage has 0.
///
/// | factor | worth |
/// |---|---|
/// | footage | the share of the span that exists; a tenth less where only the owner can tell |
/// | view | 0.4 + 0.35 × nearness + 0.25 × how near the picture's middle |
/// | certainty | 0.6 when the direction is unknown; 0.9 for an angle, 0.9 for a range assumed |
/// | consent | 0.8 while it is missing |
final class Ranking {
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score)
          .reversed()
          .thenComparingDouble(candidate -> candidate.seen().sight().distanceMetres())
          .thenComparing(candidate -> candidate.seen().camera().id());

  private static final double ONLY_OWNER_CAN_TELL = 0.9;
  private static final double VIEW_AT_LEAST = 0.4;
  private static final double VIEW_BY_NEARNESS = 0.35;
  private static final double VIEW_BY_MIDDLE = 0.25;
  private static final double UNKNOWN_DIRECTION = 0.6;
  private static final double ASSUMED_SHAPE = 0.9;
  private static final double WITHOUT_CONSENT = 0.8;
  private static final double MIDDLE = 1 / 3.0;
  private static final Duration SOON = Duration.ofDays(1);
  private static final int BEST = 100;

  private final Span span;
  private final Instant now;
  private final LocalDate today;

  /// @param today in the site's zone
  Ranking(Span span, Instant now, LocalDate today) {
    this.span = span;
    this.now = now;
    this.today = today;
  }

  Candidate rank(SeenFrom seen, Footage footage) {
    Consent.State consent = seen.camera().consent().on(today);
    double score =
        footage(seen, footage)
            * view(seen)
            * certainty(seen)
            * (agreed(consent) ? 1 : WITHOUT_CONSENT);
    return new Candidate(
        seen, footage, consent, (int) Math.round(BEST * score), reasons(seen, footage, consent));
  }

  private double footage(SeenFrom seen, Footage footage) {
    double share = (double) footage.available().toMillis() / Math.max(1, span.length().toMillis());
    return Math.min(1, share)
        * (seen.camera().kind() == CameraKind.COMMUNITY ? ONLY_OWNER_CAN_TELL : 1);
  }

  private static double view(SeenFrom seen) {
    return VIEW_AT_LEAST
        + VIEW_BY_NEARNESS * (1 - reach(seen))
        + VIEW_BY_MIDDLE * (1 - Math.min(1, aside(seen)));
  }

  /// How far out in the camera's range the place lies, 0…1.
  private static double reach(SeenFrom seen) {
    return Math.min(
        1,
        seen.sight().distanceMetres()
            / (seen.sector().rangeMetres() + FieldsOfView.TOLERANCE_METRES));
  }

  /// How far from the picture's middle, 1 being its edge. A camera that looks all around has no
  /// middle.
  private static double aside(SeenFrom seen) {
    Sector sector = seen.sector();
    return sector.angleDegrees() >= 360
        ? 0.5
        : seen.sight().offAxisDegrees() / (sector.angleDegrees() / 2.0);
  }

  private static double certainty(SeenFrom seen) {
    double certainty = 1;
    for (Assumed assumed : seen.assumed()) {
      certainty *=
          switch (assumed) {
            case DIRECTION -> UNKNOWN_DIRECTION;
            case ANGLE, RANGE -> ASSUMED_SHAPE;
          };
    }
    return certainty;
  }

  private static boolean agreed(Consent.State consent) {
    return switch (consent) {
      case GIVEN, NOT_NEEDED -> true;
      case NONE, EXPIRED, WITHDRAWN -> false;
    };
  }

  private List<Reason> reasons(SeenFrom seen, Footage footage, Consent.State consent) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.valueOf(footage.state().name()));
    Instant wholeUntil = footage.wholeUntil();
    if (wholeUntil != null && wholeUntil.isBefore(now.plus(SOON))) {
      reasons.add(Reason.SOON_OVERWRITTEN);
    }
    if (seen.sight().metresOutside() > 0) {
      reasons.add(Reason.AT_THE_EDGE);
    } else if (!seen.assumed().contains(Assumed.DIRECTION)) {
      reasons.add(aside(seen) <= MIDDLE ? Reason.IN_THE_MIDDLE : Reason.IN_VIEW);
    }
    if (reach(seen) <= MIDDLE) {
      reasons.add(Reason.NEAR);
    } else if (reach(seen) > 2 * MIDDLE) {
      reasons.add(Reason.FAR);
    }
    seen.assumed().stream()
        .sorted()
        .map(assumed ->
            switch (assumed) {
              case DIRECTION -> Reason.DIRECTION_UNKNOWN;
              case ANGLE -> Reason.ANGLE_ASSUMED;
              case RANGE -> Reason.RANGE_ASSUMED;
            })
        .forEach(reasons::add);
    if (consent == Consent.State.GIVEN) {
      reasons.add(Reason.CONSENT_GIVEN);
    } else if (!agreed(consent)) {
      reasons.add(Reason.CONSENT_MISSING);
    }
    return reasons;
  }
}
