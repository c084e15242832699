package anbinh.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for an answer over HTTP as a whole: the timeout of a request ends with the answer's head,
/// and its body may take for ever.
public final class WholeAnswer {
  private WholeAnswer() {}

  /// @param answer that is given up when this ends without it
  public static <T> T within(Duration timeout, CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }
}
