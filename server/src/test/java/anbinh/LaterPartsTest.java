package anbinh;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.ReadOnlyMode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

class LaterPartsTest {
  private static final List<String> MADE = new CopyOnWriteArrayList<>();

  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<String> madeAtStart = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    MADE.clear();
  }

  @Test
  void makesWhatNobodyAskedForOnceTheServerHasStarted() {
    try (var _ = start(Page::new)) {
      assertThat(madeAtStart).containsExactly("first");
      until("all are made", () -> MADE.contains("page"));
      assertThat(ended).isFalse();
    }
  }

  @Test
  void aPartThatCannotBeMadeEndsTheServer() {
    Supplier<Page> broken =
        () -> {
          throw new IllegalStateException("no such folder");
        };
    try (var _ = start(broken)) {
      until("the end", ended::get);
    }
  }

  private ConfigurableApplicationContext start(Supplier<Page> page) {
    return new SpringApplicationBuilder(Nothing.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .initializers(
            (GenericApplicationContext context) -> {
              context.registerBean(ReadOnlyMode.class);
              context.registerBean(First.class);
              context.registerBean(Page.class, page);
            },
            new LaterParts(() -> ended.set(true)))
        .listeners(
            (ApplicationListener<ApplicationStartedEvent>) started -> madeAtStart.addAll(MADE))
        .run();
  }

  @Configuration
  static class Nothing {}

  static class Page {
    Page() {
      MADE.add("page");
    }
  }

  /// What has to run as soon as all is there is made with the start.
  static class First implements SmartInitializingSingleton {
    First() {
      MADE.add("first");
    }

    @Override
    public void afterSingletonsInstantiated() {}
  }
}
