package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.RequestCommand;

/// What can happen to a request, as its history tells it.
public enum RequestEventType {
  REQUESTED(EvidenceEvent.REQUESTED),
  MARKED_URGENT(EvidenceEvent.MARKED_URGENT),
  REMINDED_HALF(EvidenceEvent.REMINDED),
  REMINDED_LAST_QUARTER(EvidenceEvent.REMINDED),
  APPROVED(EvidenceEvent.DECIDED),
  APPROVED_LESS(EvidenceEvent.DECIDED),
  REFUSED(EvidenceEvent.DECIDED),
  CANCELLED(EvidenceEvent.CANCELLED),
  EXPIRED(EvidenceEvent.EXPIRED),
  COLLECTING(EvidenceEvent.COLLECTING),
  SEALED(EvidenceEvent.SEALED),
  UNAVAILABLE(EvidenceEvent.UNAVAILABLE),
  DELIVERED(EvidenceEvent.DELIVERED),
  HANDOVER_OPENED(EvidenceEvent.HANDOVER_OPENED),
  HANDOVER_WITHDRAWN(EvidenceEvent.HANDOVER_WITHDRAWN),
  RECEIVED(EvidenceEvent.RECEIVED),
  HOLD_PLACED(EvidenceEvent.HOLD_PLACED),
  HOLD_REVIEWED(EvidenceEvent.HOLD_REVIEWED),
  LIFTING_ASKED(EvidenceEvent.LIFTING_ASKED),
  LIFTING_REFUSED(EvidenceEvent.LIFTING_REFUSED),
  HOLD_LIFTED(EvidenceEvent.HOLD_LIFTED),
  PACKAGE_DELETED(EvidenceEvent.PACKAGE_DELETED),
  OUTCOME(EvidenceEvent.OUTCOME);

  private final EvidenceEvent event;

  RequestEventType(EvidenceEvent event) {
    this.event = event;
  }

  /// The event by which the log tells of it.
  public EvidenceEvent event() {
    return event;
  }

  public static RequestEventType of(RequestCommand command) {
    return switch (command) {
      case RequestCommand.Approve approve ->
          approve.decision().outcome() == DecisionOutcome.APPROVE ? APPROVED : APPROVED_LESS;
      case RequestCommand.Refuse _ -> REFUSED;
      case RequestCommand.Cancel _ -> CANCELLED;
      case RequestCommand.Expire _ -> EXPIRED;
      case RequestCommand.StartCollecting _ -> COLLECTING;
      case RequestCommand.Seal _ -> SEALED;
      case RequestCommand.FindNothing _ -> UNAVAILABLE;
      case RequestCommand.Deliver _ -> DELIVERED;
      case RequestCommand.NoteOutcome _ -> OUTCOME;
    };
  }
}
