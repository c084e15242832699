package anbinh.reports.paper;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.Sheet;
import anbinh.reports.paper.PaperContent.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The words of an official letter in the form of Decree 30/2020/NĐ-CP, appendix I: whose it is,
/// number and sign, place and day, what it is about, who receives it, who signs.
@Component
class LetterText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu", Locale.ROOT);

  private final Messages messages;
  private final Site site;

  LetterText(Messages messages, Site site) {
    this.messages = messages;
    this.site = site;
  }

  /// For whom a letter speaks.
  private static String side(PaperContent content) {
    return (content.chair() ? "committee" : "police")
        + (content.province() ? ".province" : ".commune");
  }

  /// The superior organ, above the issuing one: of the police the police above, or the ministry. A
  /// People's Committee has none.
  Optional<String> superior(PaperContent content) {
    if (content.chair()) {
      return Optional.empty();
    }
    String above = content.above();
    return Optional.of(upper(above == null ? text("organ.ministry") : text("organ.police", above)));
  }

  /// The issuing organ: the word for the unit's kind is part of its name in the register.
  String organ(PaperContent content) {
    return upper(text("organ." + (content.chair() ? "committee" : "police"), content.unit()));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.forLanguageTag("vi"));
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

  /// What has to be read before the figures: what they are, and of when.
  List<String> before(PaperContent content) {
    List<String> said = new ArrayList<>();
    String sentence = content.sentence();
    if (sentence != null) {
      said.add(sentence);
    }
    Kept kept = content.kept();
    if (kept != null) {
      said.add(
          text("kept", kept.code(), Integer.toString(kept.version()), kept.state())
              + (kept.after() == null ? "" : " " + kept.after()));
    } else {
      said.add(text("live", time(content.madeAt())));
      if (content.approved() != null) {
        said.add(content.approved());
      }
    }
    said.add(paper("paper.as-of", Sheet.day(content.asOf())));
    if (!content.over()) {
      said.add(paper("paper.running"));
    }
    if (content.province() && kept == null) {
      said.add(text("rate", content.handedIn(), content.units()));
    }
    return said;
  }

  /// What has to be read after them.
  List<String> after(PaperContent content) {
    List<String> said = new ArrayList<>();
    if (content.province() && !content.missing().isEmpty()) {
      said.add(text("missing", String.join(", ", content.missing())));
    }
    if (content.province() && !content.reopened().isEmpty()) {
      said.add(text("reopened", String.join(", ", content.reopened())));
    }
    if (content.hides()) {
      said.add("* " + paper("paper.hidden"));
    }
    if (content.dashes()) {
      said.add("– " + paper("paper.dash"));
    }
    Kept kept = content.kept();
    said.add(kept == null ? paper("paper.sources") : text("kept-sources", time(kept.countedAt())));
    if (kept != null) {
      said.add(text("sha256", kept.sha256()));
      kept.steps()
          .forEach(each ->
              said.add(
                  "- "
                      + each.what()
                      + ": "
                      + each.by()
                      + ", "
                      + time(each.at())
                      + (each.sight().isEmpty() ? "" : " (" + each.sight() + ")")
                      + "."));
    }
    return said;
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(site.zone()));
  }

  String text(String key, Object... arguments) {
    return messages.find("report.letter." + key, Messages.VIETNAMESE, arguments).orElse(key);
  }

  /// A text of papers at large.
  String paper(String key, Object... arguments) {
    return messages.find("report." + key, Messages.VIETNAMESE, arguments).orElse(key);
  }
}
