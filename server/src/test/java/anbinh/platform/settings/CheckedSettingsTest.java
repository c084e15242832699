package anbinh.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CheckedSettingsTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ConfigurationPropertiesAutoConfiguration.class,
                  ValidationAutoConfiguration.class))
          .withUserConfiguration(Some.class)
          .withBean(CheckedSettings.class);

  @Test
  void keysThatNoFeatureReadsAreNamed() {
    runner
        .withPropertyValues(
            "anbinh.data=/x",
            "anbinh.site.name=Hạc Thành",
            "anbinh.site.nam=slip",
            "anbinh.some.keep-days=3",
            "anbinh.some.keepDays=3",
            "anbinh.some.labels.a=b",
            "anbinh.some.hosts[0]=h",
            "anbinh.other=1",
            "server.port=1")
        .run(context ->
            assertThat(context.getBean(CheckedSettings.class).unknown())
                .containsExactly("anbinh.other", "anbinh.site.nam"));
  }

  @Test
  void wrongValuesStopTheStartAndAreNamed() {
    Map.of(
            "anbinh.command=dance", "command",
            "anbinh.database.url=jdbc:mysql://x", "url",
            "anbinh.database.connections=1", "connections",
            "anbinh.site.name=", "name",
            "anbinh.site.zone=Asia/Nowhere", "zone")
        .forEach((setting, name) ->
            runner
                .withPropertyValues(setting)
                .run(context ->
                    assertThat(context.getStartupFailure())
                        .as(setting)
                        .hasStackTraceContaining(name)
                        .hasRootCauseInstanceOf(Exception.class)));
  }

  @Test
  void aWrongValueIsNamedWithItsWholeKeyAlsoFromTheEnvironment() {
    var environment =
        new SystemEnvironmentPropertySource(
            "test-systemEnvironment", Map.of("ANBINH_DATABASE_CONNECTIONS", "1"));
    runner
        .withInitializer(
            context -> context.getEnvironment().getPropertySources().addFirst(environment))
        .run(context ->
            assertThat(context.getStartupFailure())
                .hasStackTraceContaining("anbinh.database.connections must be"));
  }

  /// Defaults are not validated when a server starts.
  @Test
  void allDefaultsAreRight() {
    var binder = new Binder(List.of(), null, ApplicationConversionService.getSharedInstance());
    int tried = 0;
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      for (Class<?> type : ConfigurationReferenceTest.records().values()) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        Object settings = binder.bindOrCreate(prefix, Bindable.of(type));
        assertThat(factory.getValidator().validate(settings)).as(prefix).isEmpty();
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void runsWithoutAnySetting() {
    runner.run(context -> {
      PlatformSettings settings = context.getBean(PlatformSettings.class);
      assertThat(settings.data().toString()).endsWith("anbinh-data");
      assertThat(settings.site().zone()).hasToString("Asia/Ho_Chi_Minh");
      assertThat(settings.database().url()).isNull();
      assertThat(settings.database().toString()).doesNotContain("password");
    });
  }

  @ConfigurationProperties("anbinh.some")
  record SomeSettings(
      @Nullable Integer keepDays,
      @Nullable Duration patience,
      @Nullable Map<String, String> labels,
      @Nullable List<String> hosts) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({PlatformSettings.class, SomeSettings.class})
  static class Some {}
}
