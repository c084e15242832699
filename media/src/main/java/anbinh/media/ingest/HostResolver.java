package anbinh.media.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Looks host names up away from the ingest threads, which a slow name server must not hold up. May
/// be used from any thread.
final class HostResolver implements AutoCloseable {
  private static final int THREADS = 4;

  private final ExecutorService lookups =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("ingest-lookup-", 0).daemon().factory());

  /// All addresses of a host; numeric ones at once. Fails with [UnknownHostException].
  CompletableFuture<List<InetAddress>> resolve(String host) {
    try {
      return CompletableFuture.completedFuture(List.of(InetAddress.ofLiteral(host)));
    } catch (IllegalArgumentException isName) {
      CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();
      lookups.execute(() -> {
        try {
          result.complete(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException | RuntimeException failure) {
          result.completeExceptionally(failure);
        }
      });
      return result;
    }
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }
}
