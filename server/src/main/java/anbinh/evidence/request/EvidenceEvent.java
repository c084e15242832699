package anbinh.evidence.request;

import anbinh.audit.EventType;
import anbinh.seal.log.EventName;

/// What evidence records. Leaves hold identifiers, codes of the closed lists, times and hashes;
/// words that people wrote stand in the erasable details.
public enum EvidenceEvent implements EventType {
  CHECKED("extraction.checked"),
  REQUESTED(EventName.EXTRACTION_REQUESTED),
  LISTED("extraction.listed"),
  VIEWED("extraction.viewed"),
  MARKED_URGENT("extraction.marked-urgent"),
  /// The footage of an urgent request was taken before anybody decided.
  SECURED("extraction.secured"),
  /// The list of urgent requests, or the figures of people, was read.
  URGENT_READ("extraction.urgent-read"),
  /// What was secured is deleted; certifies it.
  DISCARDED("extraction.discarded"),
  /// Approved, approved for less or refused: the fact `outcome` says which.
  DECIDED(EventName.EXTRACTION_DECIDED),
  /// Half, or a quarter, of the time for a decision is left.
  REMINDED("extraction.reminded"),
  CANCELLED("extraction.cancelled"),
  EXPIRED("extraction.expired"),
  COLLECTING("extraction.started"),
  TAKEN(EventName.EXTRACTION_TAKEN),
  SEALED(EventName.EXTRACTION_SEALED),
  UNAVAILABLE("extraction.unavailable"),
  /// A part or the whole of the package went out.
  DOWNLOADED("extraction.downloaded"),
  DELIVERED(EventName.EXTRACTION_HANDED_OVER),
  /// The package is to be handed over to somebody, who has not confirmed yet.
  HANDOVER_OPENED("extraction.handover-opened"),
  HANDOVER_WITHDRAWN("extraction.handover-withdrawn"),
  /// The paper that the receiver signed was attached.
  HANDOVER_SCANNED("extraction.handover-scanned"),
  /// The receiver confirmed, or signed on paper; the fact `receipt` is the receipt's SHA-256.
  RECEIVED(EventName.EXTRACTION_RECEIVED),
  /// The receipt was printed.
  RECEIPT_PRINTED("extraction.receipt-printed"),
  /// A single clip went out with a stamp of receipt.
  CLIP_STAMPED("extraction.clip-stamped"),
  /// Somebody read which packages were handed over to them.
  HANDOVERS_LISTED("extraction.handovers-listed"),
  VERIFIED("extraction.verified"),
  /// Somebody read the gaps and passes of the videos in a package.
  CHAPTERS_READ("extraction.chapters-read"),
  /// Somebody began to watch a video in a package; the fact `sha256` says which.
  VIDEO_WATCHED("extraction.video-watched"),
  /// A hold on a package: it is not deleted while one is in force.
  HOLD_PLACED("package.hold-placed"),
  /// It is still needed, and looked at again on another day.
  HOLD_REVIEWED("package.hold-reviewed"),
  LIFTING_ASKED("package.lifting-asked"),
  LIFTING_REFUSED("package.lifting-refused"),
  HOLD_LIFTED("package.hold-lifted"),
  HOLDS_LISTED("package.holds-listed"),
  /// The certificate of deletion of a package and its copies.
  PACKAGE_DELETED("package.deleted"),
  OUTCOME(EventName.EXTRACTION_OUTCOME);

  private final String code;

  EvidenceEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
