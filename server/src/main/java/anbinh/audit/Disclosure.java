package anbinh.audit;

/// How closely those who read the log may place an event in time.
///
/// The log must not tell who reported a situation, nor in whose home there is violence. Times and
/// order would: a report seconds after a sign-in, a referral seconds after a session. So what could
/// be joined with something else is read by the day, or as a count, and enters the log together
/// with other such events and not in its order (`Appender`).
public enum Disclosure {
  /// With its time and its place in the log.
  EXACT,
  /// With who and the day, in no order.
  DAY,
  /// Only as a number a month.
  COUNT;

  /// Whether it waits for others before it enters the log.
  public boolean deferred() {
    return this != EXACT;
  }

  Disclosure coarser(Disclosure other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
