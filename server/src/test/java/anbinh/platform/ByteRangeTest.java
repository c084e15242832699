package anbinh.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// RFC 9110 §14.1.2 and §14.2.
class ByteRangeTest {
  private static final String ETAG = "\"abc\"";

  @Test
  void sendsAllWhenNothingElseIsAsked() {
    assertThat(range(null)).isEqualTo(new ByteRange(200, 0, 1000, 1000));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 500",
    "bytes=500-, 500, 1000",
    "bytes=-300, 700, 1000",
    "bytes=999-2000, 999, 1000",
    "bytes=0-0, 0, 1",
    "bytes=-5000, 0, 1000"
  })
  void sendsTheRangeAsked(String header, long start, long end) {
    assertThat(range(header)).isEqualTo(new ByteRange(206, start, end, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=2000-3000"})
  void saysWhenTheFileDoesNotReachSoFar(String header) {
    ByteRange range = range(header);
    assertThat(range.status()).isEqualTo(416);
    var response = new MockHttpServletResponse();
    range.writeHead(response, ETAG);
    assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-1", "items=0-1", "bytes=a-b", "bytes=0-1,5-6", "bytes="})
  void sendsAllForWhatItDoesNotTake(String header) {
    assertThat(range(header).status()).isEqualTo(200);
  }

  @Test
  void sendsARangeOnlyOfTheFileThatTheClientHasBegun() {
    var request = request("bytes=0-9");
    request.addHeader("If-Range", ETAG);
    assertThat(ByteRange.of(request, ETAG, 1000).status()).isEqualTo(206);
    var other = request("bytes=0-9");
    other.addHeader("If-Range", "\"xyz\"");
    assertThat(ByteRange.of(other, ETAG, 1000).status()).isEqualTo(200);
  }

  @Test
  void sendsNothingThatTheClientHas() {
    var request = request(null);
    request.addHeader("If-None-Match", "\"x\", " + ETAG);
    ByteRange range = ByteRange.of(request, ETAG, 1000);
    assertThat(range.status()).isEqualTo(304);
    assertThat(range.hasBody()).isFalse();
  }

  private static ByteRange range(@Nullable String header) {
    return ByteRange.of(request(header), ETAG, 1000);
  }

  private static MockHttpServletRequest request(@Nullable String range) {
    var request = new MockHttpServletRequest("GET", "/package.zip");
    if (range != null) {
      request.addHeader("Range", range);
    }
    return request;
  }
}
