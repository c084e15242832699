package anbinh.seal.log;

/// The names of what is logged. The list may grow; a name never changes its meaning.
public final class EventName {
  /// A recording segment was closed; its hash is in the leaf.
  public static final String SEGMENT_CLOSED = "segment.closed";

  /// Somebody signed in, or failed to.
  public static final String SIGN_IN = "identity.sign-in";

  /// Somebody searched.
  public static final String SEARCH = "sightings.search";

  /// Somebody watched live or recorded footage.
  public static final String VIEW = "footage.view";

  /// Somebody took a still.
  public static final String STILL = "footage.still";

  /// Somebody asked for an extraction.
  public static final String EXTRACTION_REQUESTED = "extraction.requested";

  /// Somebody else decided on the request.
  public static final String EXTRACTION_DECIDED = "extraction.decided";

  /// The footage was taken.
  public static final String EXTRACTION_TAKEN = "extraction.taken";

  /// The package was sealed; the leaf is its `seal.json`.
  public static final String EXTRACTION_SEALED = "extraction.sealed";

  /// The package was handed over.
  public static final String EXTRACTION_HANDED_OVER = "extraction.handed-over";

  /// The receiver confirmed.
  public static final String EXTRACTION_RECEIVED = "extraction.received";

  /// What the extraction brought was written down.
  public static final String EXTRACTION_OUTCOME = "extraction.outcome";

  /// Somebody had a redacted or court copy made.
  public static final String COPY_ORDERED = "copy.ordered";

  /// Somebody else confirmed what the copy hides.
  public static final String COPY_CONFIRMED = "copy.confirmed";

  /// Something was deleted because its time was over.
  public static final String DELETED = "retention.deleted";

  /// A hold was set or lifted.
  public static final String HOLD_CHANGED = "retention.hold-changed";

  /// A setting was changed.
  public static final String CONFIGURED = "configuration.changed";

  /// Somebody tried what the rules deny.
  public static final String DENIED = "access.denied";

  /// Somebody opened closed things in an emergency.
  public static final String BREAK_GLASS = "access.break-glass";

  /// Somebody read the log.
  public static final String LOG_READ = "log.read";

  /// A witness has seen a head of this log that this log does not lead to.
  public static final String WITNESS_CONTRADICTS = "log.witness-contradicts";

  /// An administrator asks another one to let the log go on although it failed its check.
  public static final String RESUMPTION_PROPOSED = "log.resumption-proposed";

  /// Administrators let the log go on although it failed its check; the record names what was
  /// found.
  public static final String RESUMED = "log.resumed";

  private EventName() {}
}
