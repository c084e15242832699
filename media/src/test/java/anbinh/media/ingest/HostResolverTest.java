package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostResolverTest {
  private final HostResolver resolver = new HostResolver();

  @AfterEach
  void close() {
    resolver.close();
  }

  @Test
  void takesNumbersAtOnce() {
    assertThat(resolver.resolve("192.0.2.7").isDone()).isTrue();
    assertThat(resolver.resolve("2001:db8::7").resultNow())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("2001:db8:0:0:0:0:0:7");
  }

  @Test
  void looksNamesUp() throws Exception {
    assertThat(resolver.resolve("localhost").get(20, TimeUnit.SECONDS))
        .isNotEmpty()
        .allMatch(InetAddress::isLoopbackAddress);
  }

  @Test
  void failsForHostsThatAreNotKnown() {
    CompletableFuture<List<InetAddress>> result = resolver.resolve("no-such-host.invalid");

    assertThat(result).failsWithin(20, TimeUnit.SECONDS);
    assertThat(result.exceptionNow()).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void failsForNamesThatCannotBe() {
    assertThat(resolver.resolve("a..b")).failsWithin(20, TimeUnit.SECONDS);
    assertThat(resolver.resolve("x".repeat(300))).failsWithin(20, TimeUnit.SECONDS);
  }
}
