package anbinh.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/// Texts in the reader's language; the source of each is
/// `messages/<feature>_<language>.properties`.
///
/// The languages are Vietnamese, English and Arabic; a reader who asks for none of them gets
/// Vietnamese. Texts are `java.text.MessageFormat` patterns, so an apostrophe is written twice.
public final class Messages {
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  public static final List<Locale> LANGUAGES =
      List.of(VIETNAMESE, Locale.ENGLISH, Locale.forLanguageTag("ar"));

  private final MessageSource source;

  public Messages(MessageSource source) {
    this.source = source;
  }

  /// The text in the language of the present request; the key itself where there is none.
  public String text(String key, Object... arguments) {
    return find(key, LocaleContextHolder.getLocale(), arguments).orElse(key);
  }

  public Optional<String> find(String key, Locale locale, Object... arguments) {
    return Optional.ofNullable(source.getMessage(key, arguments, null, locale));
  }

  /// The nearest language there is.
  public static Locale nearest(Locale requested) {
    return LANGUAGES.stream()
        .filter(l -> l.getLanguage().equals(requested.getLanguage()))
        .findFirst()
        .orElse(VIETNAMESE);
  }
}
