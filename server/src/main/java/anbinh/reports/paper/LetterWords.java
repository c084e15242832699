package anbinh.reports.paper;

import anbinh.platform.Messages;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The words of an official letter in the form of Decree 30/2020/NĐ-CP, appendix I: whose it is,
/// number and sign, place and day, what it is about, who receives it, who signs.
@Component
class LetterWords {
  private final Messages messages;

  LetterWords(Messages messages) {
    this.messages = messages;
  }

  /// For whom a letter speaks.
  private static String side(PaperContent content) {
    return (content.chair() ? "committee" : "police")
        + (content.province() ? ".province" : ".commune");
  }

  /// The unit's name without the word for its kind, which is part of it in the register.
  String organ(PaperContent content) {
    return text("organ." + (content.chair() ? "committee" : "police"), content.unit())
        .toUpperCase(Locale.forLanguageTag("vi"));
  }

  String sign(PaperContent content) {
    return text("sign." + side(content));
  }

  String number(PaperContent content) {
    return text("number." + (content.chair() ? "committee" : "police"));
  }

  String place(PaperContent content) {
    LocalDate day = content.day();
    return text(
        "place",
        content.unit().replaceFirst("^(Tỉnh|Thành phố|Xã|Phường) ", ""),
        "%02d".formatted(day.getDayOfMonth()),
        "%02d".formatted(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }

  String about(PaperContent content) {
    return text("about", content.period());
  }

  String text(String key, Object... arguments) {
    return messages.find("report.letter." + key, Messages.VIETNAMESE, arguments).orElse(key);
  }

  /// A text of papers at large.
  String paper(String key, Object... arguments) {
    return messages.find("report." + key, Messages.VIETNAMESE, arguments).orElse(key);
  }
}
