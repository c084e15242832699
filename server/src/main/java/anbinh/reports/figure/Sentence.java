package anbinh.reports.figure;

import anbinh.platform.Messages;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.figure.Figures.Reading;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/// What a year came to in one sentence, in the form in which the province reports it: so many
/// extractions helped clarify so many cases, by type; so many teams, members, groups of both kinds,
/// programmes.
@Component
public class Sentence {
  private static final List<String> CODES =
      List.of(
          "EXTRACTIONS",
          "CASES_CLARIFIED_BY_FOOTAGE",
          "TEAMS",
          "TEAM_MEMBERS",
          "GROUPS",
          "PROGRAMMES");

  private final Catalogue catalogue;
  private final FigureText text;
  private final Messages messages;

  Sentence(Catalogue catalogue, FigureText text, Messages messages) {
    this.catalogue = catalogue;
    this.text = text;
    this.messages = messages;
  }

  public List<IndicatorDefinition> indicators() {
    return CODES.stream().map(catalogue::get).toList();
  }

  public String write(Reading year, Locale language) {
    Object[] numbers = new Object[CODES.size() + 3];
    numbers[0] = Integer.toString(year.period().year());
    for (int i = 0; i < CODES.size(); i++) {
      numbers[i + 1] = inSentence(year.value(catalogue.get(CODES.get(i))), language);
    }
    numbers[CODES.size() + 1] = parts("CASES_CLARIFIED_BY_FOOTAGE", year, language);
    numbers[CODES.size() + 2] = parts("GROUPS", year, language);
    return messages.find("report.sentence", language, numbers).orElse("report.sentence");
  }

  /// Cases by type, groups by kind: in brackets, or nothing where they are not told.
  private String parts(String code, Reading year, Locale language) {
    IndicatorDefinition of = catalogue.get(code);
    Catalogue.PartNames names = catalogue.partNames(of, language);
    var parts = new StringJoiner("; ", " (", ")");
    parts.setEmptyValue("");
    year.parts(of)
        .forEach((part, value) -> {
          boolean later = value.seen() == ShownFigure.Seen.LATER;
          if (!later && (value.value() == null || value.value() > 0)) {
            parts.add(names.of(part) + ": " + inSentence(value, language));
          }
        });
    return parts.toString();
  }

  private String inSentence(ShownFigure figure, Locale language) {
    return figure.value() == null
        ? messages.find("report.sentence." + figure.seen().name(), language).orElse("*")
        : text.number(figure, language);
  }
}
