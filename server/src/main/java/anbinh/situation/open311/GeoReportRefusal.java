package anbinh.situation.open311;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What another system is told that asked for something wrong, in the words of GeoReport v2: a
/// status of HTTP, and a sentence. It holds nothing of what was sent.
final class GeoReportRefusal extends RuntimeException {
  static final int BAD_REQUEST = 400;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int TOO_MANY = 429;

  private final int status;
  private final @Nullable Duration wait;

  GeoReportRefusal(int status, String description) {
    this(status, description, null);
  }

  private GeoReportRefusal(int status, String description, @Nullable Duration wait) {
    super(description);
    this.status = status;
    this.wait = wait;
  }

  static GeoReportRefusal bad(String description) {
    return new GeoReportRefusal(BAD_REQUEST, description);
  }

  static GeoReportRefusal tooMany(Duration wait) {
    return new GeoReportRefusal(TOO_MANY, "Too many requests, see Retry-After.", wait);
  }

  int status() {
    return status;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  @Nullable Duration retryAfter() {
    return wait;
  }
}
