package anbinh.platform.settings;

import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The beans every feature may ask for: time, randomness, identifiers, the site, texts.
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
  private static final String SUFFIX = "_vi.properties";

  /// Time in microseconds, which is what PostgreSQL keeps: a value read back equals the one
  /// written.
  @Bean
  InstantSource instantSource() {
    Clock clock = Clock.systemUTC();
    return () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Bean
  RandomGenerator randomGenerator() {
    return new SecureRandom();
  }

  @Bean
  Ids ids(InstantSource clock, RandomGenerator random) {
    return new Ids(clock, random);
  }

  @Bean
  Site site(PlatformSettings settings) {
    PlatformSettings.SiteSettings site = settings.site();
    return new Site(
        site.name(), site.zone(), settings.demonstration(), site.contact(), site.address());
  }

  @Bean
  Messages messages(MessageSource source) {
    return new Messages(source);
  }

  @Bean
  MessageSource messageSource() throws IOException {
    var names = new TreeSet<String>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX)) {
      String name = file.getFilename();
      if (name != null) {
        names.add("messages/" + name.substring(0, name.length() - SUFFIX.length()));
      }
    }
    var source = new ResourceBundleMessageSource();
    source.setBasenames(names.toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Messages.VIETNAMESE);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(Messages.LANGUAGES);
    resolver.setDefaultLocale(Messages.VIETNAMESE);
    return resolver;
  }
}
