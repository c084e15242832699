package anbinh.situation.resident;

import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.SituationNote;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a follow-up code shows: how the report stands, and what an officer asked. Nothing of what
/// was reported, of what kind it is, nor what its reporter wrote, since a code may be found; and so
/// all reports look alike. Never printed.
///
/// @param retractionAsked whether an officer is to decide about taking it back
/// @param asked whether an officer waits for an answer
/// @param waiting the photos that were announced and have not arrived
record FollowView(
    FollowState state,
    Instant receivedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant endedAt,
    boolean retractionAsked,
    boolean asked,
    List<FollowMessage> messages,
    List<UUID> waiting) {
  FollowView {
    messages = List.copyOf(messages);
    waiting = List.copyOf(waiting);
  }

  /// How a report stands, the same for all kinds: to whom it was referred is not said.
  enum FollowState {
    WAITING,
    IN_HAND,
    ENDED,
    WITHDRAWN;

    static FollowState of(Situation one) {
      return switch (one.state()) {
        case SUBMITTED -> WAITING;
        case ACKNOWLEDGED,
            REFERRED_POLICE,
            SENT_TO_MEDIATION,
            REFERRED_OTHER,
            RESOLVED_ON_SITE,
            NOT_FOUNDED ->
            IN_HAND;
        case CLOSED -> ENDED;
        case RETRACTED -> WITHDRAWN;
      };
    }
  }

  /// One line of what was written to and fro, oldest first.
  ///
  /// @param words of the officer; null for what the reporter wrote
  record FollowMessage(Instant at, FollowWriter by, @Nullable String words) {
    static List<FollowMessage> of(List<SituationNote> notes) {
      return notes.stream()
          .filter(each -> isOfReporter(each) || each.what() == NoteKind.QUESTION)
          .map(each ->
              isOfReporter(each)
                  ? new FollowMessage(each.at(), FollowWriter.REPORTER, null)
                  : new FollowMessage(each.at(), FollowWriter.OFFICER, each.words()))
          .toList();
    }

    private static boolean isOfReporter(SituationNote note) {
      return note.by() == null
          && (note.what() == NoteKind.ADDITION || note.what() == NoteKind.ANSWER);
    }

    @Override
    public String toString() {
      return "FollowMessage[" + by + "]";
    }
  }

  enum FollowWriter {
    OFFICER,
    REPORTER
  }
}
