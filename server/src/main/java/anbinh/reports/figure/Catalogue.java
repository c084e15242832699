package anbinh.reports.figure;

import anbinh.platform.Messages;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.reports.ReportPeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// All indicators, in the order of their topics, and the features that count them. Safe for many
/// threads.
@Component
public class Catalogue {
  private final Map<String, IndicatorDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, IndicatorSource> sources = new LinkedHashMap<>();
  private final Messages messages;

  Catalogue(List<IndicatorSource> found, Messages messages) {
    this.messages = messages;
    record Offered(IndicatorDefinition definition, IndicatorSource source) {}
    List<Offered> offered = new ArrayList<>();
    for (IndicatorSource source : found) {
      source.definitions().forEach(each -> offered.add(new Offered(each, source)));
    }
    offered.sort(Comparator.comparing(each -> each.definition().topic()));
    for (Offered each : offered) {
      String code = each.definition().code();
      if (definitions.put(code, each.definition()) != null) {
        throw new IllegalStateException("two features count " + code);
      }
      sources.put(code, each.source());
    }
    for (IndicatorDefinition each : definitions.values()) {
      if (!definitions.keySet().containsAll(wholes(each))) {
        throw new IllegalStateException(each.code() + " is of what nobody counts");
      }
    }
  }

  public List<IndicatorDefinition> list() {
    return List.copyOf(definitions.values());
  }

  /// Those in force on some day of a period.
  public List<IndicatorDefinition> list(ReportPeriod period) {
    return definitions.values().stream()
        .filter(each -> each.inForce(period.from(), period.last()))
        .toList();
  }

  public Optional<IndicatorDefinition> find(String code) {
    return Optional.ofNullable(definitions.get(code));
  }

  public IndicatorDefinition get(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("nobody counts " + code));
  }

  /// The guarded counts of what happened that an indicator is a part of or has as a part, itself
  /// among them, however many steps away.
  List<IndicatorDefinition> family(IndicatorDefinition of) {
    Set<String> codes = new HashSet<>(Set.of(of.code()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (IndicatorDefinition each : definitions.values()) {
        String whole = each.of();
        if (isGuardedCount(each)
            && whole != null
            && (codes.contains(each.code()) || codes.contains(whole))) {
          grown |= codes.addAll(List.of(each.code(), whole));
        }
      }
    }
    return definitions.values().stream()
        .filter(each -> codes.contains(each.code()) && isGuardedCount(each))
        .toList();
  }

  private static boolean isGuardedCount(IndicatorDefinition of) {
    return of.guarded() && of.kind() == IndicatorDefinition.Kind.EVENTS;
  }

  IndicatorSource source(IndicatorDefinition of) {
    return Objects.requireNonNull(sources.get(of.code()));
  }

  /// Who counts some indicators, and what these are made of.
  Set<IndicatorSource> sources(Collection<IndicatorDefinition> requested) {
    Set<IndicatorSource> asked = new HashSet<>();
    for (IndicatorDefinition each : requested) {
      asked.add(Objects.requireNonNull(sources.get(each.code())));
      wholes(each).forEach(code -> asked.add(Objects.requireNonNull(sources.get(code))));
    }
    return asked;
  }

  private static List<String> wholes(IndicatorDefinition of) {
    List<String> codes = new ArrayList<>();
    if (of.of() != null) {
      codes.add(of.of());
    }
    if (of.numerator() != null) {
      codes.add(of.numerator());
    }
    return codes;
  }

  public String name(IndicatorDefinition of, Locale language) {
    return text(of.code() + ".name", language);
  }

  /// What it counts.
  public String says(IndicatorDefinition of, Locale language) {
    return text(of.code() + ".says", language);
  }

  /// From which record, and which day counts.
  public String source(IndicatorDefinition of, Locale language) {
    return text(of.code() + ".source", language);
  }

  private String text(String key, Locale language) {
    return messages.find("indicator." + key, language).orElse(key);
  }

  /// The parts that it may have, whether or not there was any, in the order in which they are told.
  public List<String> parts(IndicatorDefinition of) {
    return of.byPart() ? source(of).parts(of.code()) : List.of();
  }

  /// What the parts of an indicator are called.
  public PartNames partNames(IndicatorDefinition of, Locale language) {
    Map<String, String> names =
        of.byPart()
            ? Objects.requireNonNull(sources.get(of.code())).partNames(of.code(), language)
            : Map.of();
    return new PartNames(names, messages, language);
  }

  /// The names of parts by their codes.
  public static final class PartNames {
    private final Map<String, String> names;
    private final Messages messages;
    private final Locale language;

    PartNames(Map<String, String> names, Messages messages, Locale language) {
      this.names = names;
      this.messages = messages;
      this.language = language;
    }

    public String of(String part) {
      String name = names.get(part);
      return name == null ? messages.find("indicator-part." + part, language).orElse(part) : name;
    }
  }
}
