package anbinh.media.ingest;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;

/// How streams are kept open.
///
/// @param threads among which the streams are shared out; one carries hundreds
/// @param pollInterval between two looks at the sockets; adds half of it to the delay on average
/// @param connectTimeout for the TCP connection
/// @param answerTimeout for an answer to an RTSP request before pictures arrive
/// @param stallAfter without a picture a connection is given up
/// @param firstRetry the back-off after the first failure; it doubles from there
/// @param longestRetry the back-off's limit, before up to a fifth is added or taken off by chance
/// @param retryAfterRefusal the back-off when a camera refused the credentials, long because many
///   cameras lock a caller out who tries often
/// @param maximumUnitBytes a longer access unit is taken as damage
/// @param allowBasic whether a camera may be told the password in the clear
/// @param allowed to which addresses connections are made; asked for the very address, after any
///   look-up of a name, so a name that means another address each time gains nothing
public record IngestOptions(
    int threads,
    Duration pollInterval,
    Duration connectTimeout,
    Duration answerTimeout,
    Duration stallAfter,
    Duration firstRetry,
    Duration longestRetry,
    Duration retryAfterRefusal,
    int maximumUnitBytes,
    boolean allowBasic,
    Predicate<InetAddress> allowed) {

  public static final IngestOptions DEFAULTS =
      new IngestOptions(
          1,
          Duration.ofMillis(80),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofMillis(250),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          8 * 1024 * 1024,
          false,
          address -> true);

  public IngestOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", must be at least 1");
    }
    if (maximumUnitBytes < 64 * 1024) {
      throw new IllegalArgumentException(
          "maximumUnitBytes is " + maximumUnitBytes + ", must be at least 65536");
    }
    requirePositive("pollInterval", pollInterval);
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("answerTimeout", answerTimeout);
    requirePositive("stallAfter", stallAfter);
    requirePositive("firstRetry", firstRetry);
    requirePositive("longestRetry", longestRetry);
    requirePositive("retryAfterRefusal", retryAfterRefusal);
  }

  public IngestOptions withThreads(int changed) {
    return new IngestOptions(
        changed,
        pollInterval,
        connectTimeout,
        answerTimeout,
        stallAfter,
        firstRetry,
        longestRetry,
        retryAfterRefusal,
        maximumUnitBytes,
        allowBasic,
        allowed);
  }

  public IngestOptions withPollInterval(Duration changed) {
    return new IngestOptions(
        threads,
        changed,
        connectTimeout,
        answerTimeout,
        stallAfter,
        firstRetry,
        longestRetry,
        retryAfterRefusal,
        maximumUnitBytes,
        allowBasic,
        allowed);
  }

  public IngestOptions withTimeouts(Duration connect, Duration answer, Duration stall) {
    return new IngestOptions(
        threads,
        pollInterval,
        connect,
        answer,
        stall,
        firstRetry,
        longestRetry,
        retryAfterRefusal,
        maximumUnitBytes,
        allowBasic,
        allowed);
  }

  public IngestOptions withRetries(Duration first, Duration longest, Duration afterRefusal) {
    return new IngestOptions(
        threads,
        pollInterval,
        connectTimeout,
        answerTimeout,
        stallAfter,
        first,
        longest,
        afterRefusal,
        maximumUnitBytes,
        allowBasic,
        allowed);
  }

  public IngestOptions withAllowBasic(boolean changed) {
    return new IngestOptions(
        threads,
        pollInterval,
        connectTimeout,
        answerTimeout,
        stallAfter,
        firstRetry,
        longestRetry,
        retryAfterRefusal,
        maximumUnitBytes,
        changed,
        allowed);
  }

  public IngestOptions withAllowed(Predicate<InetAddress> changed) {
    return new IngestOptions(
        threads,
        pollInterval,
        connectTimeout,
        answerTimeout,
        stallAfter,
        firstRetry,
        longestRetry,
        retryAfterRefusal,
        maximumUnitBytes,
        allowBasic,
        changed);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " is " + value + ", must be positive");
    }
  }
}
