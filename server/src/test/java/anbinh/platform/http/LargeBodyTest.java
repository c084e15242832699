package anbinh.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeBodyTest {
  @Test
  void coversAPathAndTheCheckOfItAndNothingBelow() {
    var list = new LargeBody("/api/teams/import", 1);
    assertThat(list.covers("/api/teams/import")).isTrue();
    assertThat(list.covers("/api/teams/import/check")).isTrue();
    assertThat(list.covers("/api/teams/import/columns")).isFalse();
    assertThat(list.covers("/api/teams/import/check/1")).isFalse();
    assertThat(list.covers("/api/teams/import2")).isFalse();
  }

  @Test
  void coversOneMorePartWhereTheEndIsOpen() {
    var files = new LargeBody("/api/owner/files/*", 1);
    assertThat(files.covers("/api/owner/files/7")).isTrue();
    assertThat(files.covers("/api/owner/files")).isFalse();
    assertThat(files.covers("/api/owner/files/")).isFalse();
    assertThat(files.covers("/api/owner/files/7/8")).isFalse();
  }
}
