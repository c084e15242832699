package anbinh.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Problem;
import anbinh.video.Container;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever a stranger sends is read or refused.
class UploadFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void survivesAnyMetadata(FuzzedDataProvider data) {
    try {
      UploadMetadata read = UploadMetadata.parse(data.consumeRemainingAsString());
      assertThat(read.name()).isNotBlank().doesNotContain("/", "\\", "\0");
    } catch (Problem refused) {
      assertThat(refused.fields()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void survivesAnyChecksum(FuzzedDataProvider data) {
    try {
      UploadChecksum read = UploadChecksum.parse(data.consumeString(100));
      byte[] bytes = data.consumeRemainingAsBytes();
      read.add(bytes, bytes.length);
      read.holds();
    } catch (Problem refused) {
      assertThat(refused.fields()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void survivesAnyBeginning(byte[] head) {
    Container.of(head).ifPresent(found -> assertThat(found.mediaType()).contains("/"));
  }
}
