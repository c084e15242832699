package anbinh.reports.figure;

import anbinh.platform.Messages;
import anbinh.reports.ReportPeriod;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Figures and periods as people read them: 1.234,5 in Vietnamese, 1,234.5 in English and Arabic,
/// always in the digits 0 to 9. Safe for many threads.
@Component
public class FigureText {
  private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

  /// What stands where a number is hidden; it is explained wherever it stands.
  public static final String HIDDEN = "*";

  /// Before what is told in tens.
  public static final String ROUNDED = "≈ ";

  private final Messages messages;

  FigureText(Messages messages) {
    this.messages = messages;
  }

  public String number(ShownFigure figure, Locale language) {
    Double value = figure.value();
    if (value == null) {
      return switch (figure.seen()) {
        case FEW -> HIDDEN;
        case LATER, NONE, TENS, YES -> "–";
      };
    }
    boolean vietnamese = language.getLanguage().equals("vi");
    var symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(vietnamese ? '.' : ',');
    symbols.setDecimalSeparator(vietnamese ? ',' : '.');
    String text = new DecimalFormat("#,##0.#", symbols).format(value);
    return figure.seen() == ShownFigure.Seen.TENS ? ROUNDED + text : text;
  }

  public String period(ReportPeriod period, Locale language) {
    boolean quarter = period.kind() == ReportPeriod.Kind.QUARTER;
    String number = quarter ? QUARTERS.get(period.number() - 1) : Integer.toString(period.number());
    String half = period.kind() == ReportPeriod.Kind.HALF_YEAR ? "." + period.number() : "";
    return messages
        .find(
            "report.period." + period.kind().name() + half,
            language,
            number,
            Integer.toString(period.year()))
        .orElse(period.toString());
  }
}
