package anbinh.reports.figure;

import anbinh.platform.Messages;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.figure.Figures.Reading;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/// What a year came to in one sentence, in the form in which the province reports it: so many
/// extractions helped clarify so many cases, by type; so many teams, members, groups, programmes.
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
    Object[] numbers = new Object[CODES.size() + 2];
    numbers[0] = Integer.toString(year.period().year());
    for (int i = 0; i < CODES.size(); i++) {
      numbers[i + 1] = inSentence(year.value(catalogue.get(CODES.get(i))), language);
    }
    numbers[CODES.size() + 1] = types(year, language);
    return messages.find("report.sentence", language, numbers).orElse("report.sentence");
  }

  /// In brackets, or nothing where they are not told.
  private String types(Reading year, Locale language) {
    IndicatorDefinition clarified = catalogue.get("CASES_CLARIFIED_BY_FOOTAGE");
    Catalogue.PartNames names = catalogue.partNames(clarified, language);
    var types = new StringJoiner("; ", " (", ")");
    types.setEmptyValue("");
    year.parts(clarified)
        .forEach((part, value) -> {
          if (value.value() == null || value.value() > 0) {
            types.add(names.of(part) + ": " + inSentence(value, language));
          }
        });
    return types.toString();
  }

  private String inSentence(ShownFigure figure, Locale language) {
    return figure.value() == null
        ? messages.find("report.sentence." + figure.seen().name(), language).orElse("*")
        : text.number(figure, language);
  }
}
