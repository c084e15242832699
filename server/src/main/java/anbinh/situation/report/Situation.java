package anbinh.situation.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report of a situation, without anything of what was written, who wrote it, or who is named.
///
/// @param code what people call it, such as `TH-2026-048213`; drawn, so that no gap in a series
///   tells of a hidden one
/// @param teamId whose member reported it; null for others
/// @param revision counts what changes it, so that a phone knows what it is behind of
/// @param mergedInto the report with which it goes on; null for one by itself
public record Situation(
    UUID id,
    String code,
    SituationChannel channel,
    Place place,
    @Nullable UUID teamId,
    Nature nature,
    SituationState state,
    int revision,
    Times times,
    Conduct conduct,
    Marks marks,
    @Nullable UUID mergedInto,
    Due due,
    @Nullable Instant erasedAt) {

  /// @param villageId null where the reporter does not know
  public record Place(UUID communeId, @Nullable UUID villageId) {}

  /// What it is, and how it is protected.
  ///
  /// @param urgent by its kind, or for danger or injury
  /// @param ownGuarded by its own kind
  /// @param guarded also by that of one that it is merged with
  /// @param raisedAt since when it is urgent, where it was not at first: terms run from then
  public record Nature(
      String kind,
      boolean danger,
      boolean injured,
      boolean urgent,
      boolean ownGuarded,
      boolean guarded,
      @Nullable Instant raisedAt) {
    public Nature guardedWith(boolean others) {
      return new Nature(kind, danger, injured, urgent, ownGuarded, ownGuarded || others, raisedAt);
    }
  }

  /// By the server's clock.
  ///
  /// @param notedAt when it was written down
  /// @param skewSeconds by how much the phone's clock was behind, to which its times are put right
  /// @param late whether it came in long after it was noted or happened
  public record Times(
      @Nullable Instant happenedAt,
      HappenedPrecision precision,
      Instant notedAt,
      Instant receivedAt,
      int skewSeconds,
      boolean late) {
    public Times receivedAt(Instant first) {
      return new Times(happenedAt, precision, notedAt, first, skewSeconds, late);
    }
  }

  /// @param waitingSince since when it waits for an officer, or waited for the last one
  /// @param receiverId the officer who has it
  /// @param identityOfficerId the one officer who may ever open who reported
  /// @param outcome what was decided last
  public record Conduct(
      Instant waitingSince,
      @Nullable UUID receiverId,
      @Nullable UUID identityOfficerId,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant writtenAt,
      @Nullable Instant decidedAt,
      @Nullable SituationState outcome,
      @Nullable Instant closedAt,
      int reopened,
      @Nullable UUID mediationId) {
    public static Conduct waiting(Instant since) {
      return new Conduct(since, null, null, null, null, null, null, null, 0, null);
    }

    public Conduct received(UUID by, Instant now) {
      return received(by, true, now);
    }

    /// @param opens whether who reported opens to them, where they are the first
    public Conduct received(UUID by, boolean opens, Instant now) {
      UUID first = identityOfficerId == null && opens ? by : identityOfficerId;
      return held(waitingSince, by, first, now);
    }

    /// Nobody has it any more; who may open the reporter stays who they were.
    public Conduct givenUp(Instant now) {
      return held(now, null, identityOfficerId, null);
    }

    public Conduct written(Instant now) {
      return treated(acknowledgedAt, now, decidedAt, outcome, closedAt, reopened, mediationId);
    }

    public Conduct decided(SituationState what, @Nullable UUID mediation, Instant now) {
      Instant over = what.over() ? now : null;
      UUID mediated = mediation == null ? mediationId : mediation;
      return treated(acknowledgedAt, writtenAt, now, what, over, reopened, mediated);
    }

    /// What was decided counts no more; the term for it runs from when it was received, or from a
    /// later moment.
    public Conduct undecided(@Nullable Instant later) {
      Instant from =
          acknowledgedAt == null || later == null || later.isBefore(acknowledgedAt)
              ? acknowledgedAt
              : later;
      return treated(from, writtenAt, null, null, closedAt, reopened, mediationId);
    }

    public Conduct closed(Instant now) {
      return treated(acknowledgedAt, writtenAt, decidedAt, outcome, now, reopened, mediationId);
    }

    /// What is still to be decided is due again, and so is the written report.
    public Conduct reopened(Instant now) {
      Instant from = acknowledgedAt == null ? null : now;
      return treated(from, null, null, null, null, reopened + 1, mediationId);
    }

    /// The same with another officer.
    private Conduct held(
        Instant since,
        @Nullable UUID receiver,
        @Nullable UUID identityOfficer,
        @Nullable Instant acknowledged) {
      return new Conduct(
          since,
          receiver,
          identityOfficer,
          acknowledged,
          writtenAt,
          decidedAt,
          outcome,
          closedAt,
          reopened,
          mediationId);
    }

    /// The same with another way of what its officer does.
    private Conduct treated(
        @Nullable Instant acknowledged,
        @Nullable Instant written,
        @Nullable Instant decided,
        @Nullable SituationState what,
        @Nullable Instant closed,
        int times,
        @Nullable UUID mediation) {
      return new Conduct(
          waitingSince,
          receiverId,
          identityOfficerId,
          acknowledged,
          written,
          decided,
          what,
          closed,
          times,
          mediation);
    }
  }

  /// What stands beside it until an officer has seen to it.
  ///
  /// @param changed whether the reporter changed it before it was received
  /// @param retractionAskedAt null where nobody asks, or it was decided
  /// @param attentionAt since when something waits that came in beside or after the end
  public record Marks(
      boolean changed, @Nullable Instant retractionAskedAt, @Nullable Instant attentionAt) {
    public static final Marks NONE = new Marks(false, null, null);

    public Marks withChange() {
      return new Marks(true, retractionAskedAt, attentionAt);
    }

    public Marks withRetraction(@Nullable Instant asked) {
      return new Marks(changed, asked, attentionAt);
    }

    /// The first that came in counts.
    public Marks withAttention(Instant now) {
      return new Marks(changed, retractionAskedAt, attentionAt == null ? now : attentionAt);
    }

    public Marks looked() {
      return new Marks(changed, retractionAskedAt, null);
    }
  }

  /// @param what null where nothing is due
  /// @param escalatedAt when the next one up was told
  public record Due(
      SituationState.@Nullable Next what, @Nullable Instant at, @Nullable Instant escalatedAt) {
    public static final Due NOTHING = new Due(null, null, null);
  }

  public Situation with(Nature next) {
    return copy(place, next, state, revision, times, conduct, marks, mergedInto, due);
  }

  public Situation with(SituationState next, Conduct conducted) {
    return copy(place, nature, next, revision, times, conducted, marks, mergedInto, due);
  }

  public Situation with(Marks next) {
    return copy(place, nature, state, revision, times, conduct, next, mergedInto, due);
  }

  public Situation with(Due next) {
    return copy(place, nature, state, revision, times, conduct, marks, mergedInto, next);
  }

  public Situation with(Place next, Times when) {
    return copy(next, nature, state, revision, when, conduct, marks, mergedInto, due);
  }

  public Situation merged(@Nullable UUID into) {
    return copy(place, nature, state, revision, times, conduct, marks, into, due);
  }

  public Situation revised() {
    return copy(place, nature, state, revision + 1, times, conduct, marks, mergedInto, due);
  }

  /// The same report with what may change in it.
  private Situation copy(
      Place where,
      Nature what,
      SituationState stands,
      int number,
      Times when,
      Conduct conducted,
      Marks marked,
      @Nullable UUID into,
      Due next) {
    return new Situation(
        id, code, channel, where, teamId, what, stands, number, when, conducted, marked, into, next,
        erasedAt);
  }

  /// What is guarded does not wait for a mediator: it is to be decided again.
  public Situation awayFromMediation() {
    return nature.guarded() && state == SituationState.SENT_TO_MEDIATION
        ? with(SituationState.ACKNOWLEDGED, conduct)
        : this;
  }
}
