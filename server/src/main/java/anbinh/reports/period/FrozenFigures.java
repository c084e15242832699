package anbinh.reports.period;

import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Figures.FrozenFigure;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures of a report as one JSON text, which never changes, so that its SHA-256 proves it:
/// `{"area", "countedAt", "figures": [{"indicator", "part", "value"}], "format", "notes", "period",
/// "salt"}`. `part` and `value` are null where there is none; counts are whole numbers. The salt is
/// 128 random bits that are given to nobody, so that no hidden count can be found by trying which
/// one fits the hash.
final class FrozenFigures {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FORMAT = "anbinh.report/2";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  private FrozenFigures() {}

  /// @param area the unit's code
  /// @param notes what is said to indicators, by their codes
  static String write(
      String area,
      ReportPeriod period,
      Instant countedAt,
      List<FrozenFigure> figures,
      Map<String, String> notes) {
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    for (FrozenFigure each : figures) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("indicator", each.indicator());
      line.put("part", each.part());
      line.put("value", number(each.value()));
      lines.add(line);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("area", area);
    all.put("countedAt", countedAt.toString());
    all.put("figures", lines);
    all.put("format", FORMAT);
    all.put("notes", new TreeMap<>(notes));
    all.put("period", period.toString());
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    all.put("salt", HexFormat.of().formatHex(salt));
    return JSON.writeValueAsString(all);
  }

  private static @Nullable Object number(@Nullable Double value) {
    if (value == null) {
      return null;
    }
    return value == Math.rint(value) ? (Object) value.longValue() : value;
  }

  static List<FrozenFigure> read(String text) {
    List<FrozenFigure> figures = new ArrayList<>();
    for (JsonNode each : JSON.readTree(text).path("figures")) {
      JsonNode part = each.path("part");
      JsonNode value = each.path("value");
      figures.add(
          new FrozenFigure(
              each.path("indicator").asString(),
              part.isNull() ? null : part.asString(),
              value.isNull() ? null : value.asDouble()));
    }
    return figures;
  }

  static String sha256(String text) {
    return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
