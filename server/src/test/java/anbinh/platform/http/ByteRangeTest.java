package anbinh.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// RFC 9110 §13.1.2, §13.1.5, §14.1.2 and §14.2.
class ByteRangeTest {
  private static final String ETAG = "\"abc\"";
  private static final int SIZE = 1000;

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void sendsAllWhenNothingElseIsAsked() {
    assertThat(answer(get(null))).hasValue(new ByteRange(0, 1000));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/zip");
    assertThat(response.getContentLengthLong()).isEqualTo(1000);
    assertThat(response.getHeader("ETag")).isEqualTo(ETAG);
    assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(response.getHeader("Content-Range")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 500",
    "bytes=500-, 500, 1000",
    "bytes=-300, 700, 1000",
    "bytes=999-2000, 999, 1000",
    "bytes=0-0, 0, 1",
    "bytes=-5000, 0, 1000",
    "bytes=0-9223372036854775807, 0, 1000"
  })
  void sendsTheRangeAsked(String header, long start, long end) {
    assertThat(answer(get(header))).hasValue(new ByteRange(start, end));
    assertThat(response.getStatus()).isEqualTo(206);
    assertThat(response.getContentLengthLong()).isEqualTo(end - start);
    assertThat(response.getHeader("Content-Range"))
        .isEqualTo("bytes " + start + "-" + (end - 1) + "/1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=2000-3000", "bytes=-0"})
  void saysWhenTheFileDoesNotReachSoFar(String header) {
    assertThat(answer(get(header))).isEmpty();
    assertThat(response.getStatus()).isEqualTo(416);
    assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=5-1",
        "items=0-1",
        "bytes=a-b",
        "bytes=0-1,5-6",
        "bytes=",
        "bytes=--1",
        "bytes=99999999999999999999-"
      })
  void sendsAllForWhatItDoesNotTake(String header) {
    assertThat(answer(get(header))).hasValue(new ByteRange(0, 1000));
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  void sendsARangeOfTheFileThatTheClientHasBegun() {
    var request = get("bytes=0-9");
    request.addHeader("If-Range", ETAG);
    assertThat(answer(request)).hasValue(new ByteRange(0, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"xyz\"", "W/\"abc\"", "Tue, 15 Nov 1994 12:45:26 GMT"})
  void sendsAllWhenTheClientHasBegunAnotherFile(String begun) {
    var request = get("bytes=0-9");
    request.addHeader("If-Range", begun);
    assertThat(answer(request)).hasValue(new ByteRange(0, 1000));
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc\"", "\"x\", \"abc\"", "W/\"abc\"", "*", " * "})
  void sendsNothingThatTheClientHas(String known) {
    var request = get("bytes=0-9");
    request.addHeader("If-None-Match", known);
    assertThat(answer(request)).isEmpty();
    assertThat(response.getStatus()).isEqualTo(304);
    assertThat(response.getHeader("ETag")).isEqualTo(ETAG);
  }

  @Test
  void tellsHeadTheSizeOfTheWholeWhateverRangeItNames() {
    var request = get("bytes=0-9");
    request.setMethod("HEAD");
    assertThat(answer(request)).isEmpty();
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentLengthLong()).isEqualTo(1000);
    assertThat(response.getHeader("Content-Range")).isNull();
  }

  private Optional<ByteRange> answer(MockHttpServletRequest request) {
    return ByteRange.writeHead(request, response, "application/zip", ETAG, SIZE);
  }

  private static MockHttpServletRequest get(@Nullable String range) {
    var request = new MockHttpServletRequest("GET", "/package.zip");
    if (range != null) {
      request.addHeader("Range", range);
    }
    return request;
  }
}
