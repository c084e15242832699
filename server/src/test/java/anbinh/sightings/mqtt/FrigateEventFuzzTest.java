package anbinh.sightings.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/// Whatever a broker passes on: it is a row, nothing, or it is said what is wrong.
class FrigateEventFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void anyMessageIsReadOrRefused(byte[] bytes) {
    switch (FrigateEventReader.read(bytes, Map.of("front_door", "CAM-0007"))) {
      case FrigateEvent.Passed(Map<String, Object> row) ->
          assertThat(row).containsKeys("id", "camera", "from", "to", "best", "model");
      case FrigateEvent.Malformed malformed -> assertThat(malformed.problem().code()).isNotEmpty();
      case FrigateEvent.Irrelevant() -> {}
    }
  }
}
