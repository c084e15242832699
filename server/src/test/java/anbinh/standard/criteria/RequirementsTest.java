package anbinh.standard.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import anbinh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What the program binds and asks for only "if any", against the Circular.
class RequirementsTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Requirements REQUIREMENTS = new Requirements(DATABASE.sql());
  private static final CriteriaTable CRITERIA = new CriteriaTable(DATABASE.sql(), REQUIREMENTS);
  private static final int YEAR = 2026;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void theNumbersThatBindAreThoseOfArticles4To7() {
    List<String> found = new ArrayList<>();
    for (UnitKind kind : UnitKind.values()) {
      CRITERIA.list(kind, YEAR).stream()
          .filter(each -> each.answer() == AnswerKind.SHARE)
          .forEach(each -> found.add(kind + " " + each.code() + " " + each.percent() + "%"));
      REQUIREMENTS
          .thresholds(kind)
          .forEach(each ->
              found.add(
                  kind
                      + " "
                      + each.criterion()
                      + " "
                      + (each.percent() == null ? ">=" + each.atLeast() : each.percent() + "%")));
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "RESIDENTIAL_AREA 4.1 100%",
            "COMMUNE 5.1 >=1",
            "COMMUNE 5.4 100%",
            "COMMUNE 5.4 70%",
            "AGENCY 6.1 100%",
            "AGENCY 6.1 >=1",
            "AGENCY 6.5 70%",
            "ENTERPRISE 6.1 100%",
            "ENTERPRISE 6.1 >=1",
            "ENTERPRISE 6.5 70%",
            "SCHOOL 7.1 100%",
            "SCHOOL 7.1 >=1",
            "SCHOOL 7.6 70%");
  }

  @Test
  void everyRowIsOfACriterionThatThereIs() {
    for (UnitKind kind : UnitKind.values()) {
      List<String> codes = CRITERIA.list(kind, YEAR).stream().map(Criterion::code).toList();
      assertThat(codes)
          .containsAll(REQUIREMENTS.conditions(kind).keySet())
          .containsAll(
              REQUIREMENTS.thresholds(kind).stream().map(StandardThreshold::criterion).toList());
      assertThat(REQUIREMENTS.documents(kind))
          .as("a resolution for all, a plan for all but residential areas")
          .hasSize(kind == UnitKind.RESIDENTIAL_AREA ? 1 : 2);
      assertThat(REQUIREMENTS.participants(kind).isEmpty()).isEqualTo(kind == UnitKind.COMMUNE);
    }
  }

  @Test
  void onlyASchoolsGuardsMakeAWholeCriterionNotApply() {
    for (UnitKind kind : UnitKind.values()) {
      for (Criterion each : CRITERIA.list(kind, YEAR)) {
        boolean may = !each.applies(Arrays.asList(StandardCondition.Code.values()));
        assertThat(may)
            .as(kind + " " + each.code())
            .isEqualTo(kind == UnitKind.SCHOOL && each.code().equals("7.5"));
      }
    }
  }

  @Test
  void eachWordIsInItsArticle() throws IOException {
    Circular law = Circular.read();
    for (UnitKind kind : UnitKind.values()) {
      REQUIREMENTS.thresholds(kind).forEach(each -> law.requireSays(each.article(), each.phrase()));
      REQUIREMENTS
          .conditions(kind)
          .values()
          .forEach(all -> all.forEach(each -> law.requireSays(each.article(), each.phrase())));
      REQUIREMENTS.documents(kind).forEach(each -> law.requireSays(each.article(), each.phrase()));
      REQUIREMENTS
          .participants(kind)
          .forEach(each -> law.requireSays(each.article(), each.phrase()));
    }
  }

  /// The other way round: no number and no "if any" of the text is without its row.
  @Test
  void eachNumberAndEachIfAnyOfTheTextHasItsRow() throws IOException {
    Circular law = Circular.read();
    Map<Integer, UnitKind> kinds =
        Map.of(
            4, UnitKind.RESIDENTIAL_AREA,
            5, UnitKind.COMMUNE,
            6, UnitKind.AGENCY,
            7, UnitKind.SCHOOL);
    kinds.forEach((article, kind) -> {
      long shares =
          CRITERIA.list(kind, YEAR).stream()
              .filter(each -> each.answer() == AnswerKind.SHARE)
              .count();
      List<StandardThreshold> thresholds = REQUIREMENTS.thresholds(kind);
      assertThat(law.count(article, "\\d+%"))
          .as("shares of article %d", article)
          .isEqualTo(shares + thresholds.stream().filter(each -> each.percent() != null).count());
      assertThat(law.count(article, "ít nhất \\d+"))
          .as("numbers of article %d", article)
          .isEqualTo(thresholds.stream().filter(each -> each.atLeast() != null).count());
      long conditions = REQUIREMENTS.conditions(kind).values().stream().mapToLong(List::size).sum();
      assertThat(law.count(article, "\\(nếu có\\)|\\(đối với [^)]+\\)|\\(nơi có [^)]+\\)"))
          .as("conditions of article %d", article)
          .isEqualTo(conditions);
    });
    assertThat(law.count(9, "\\(nếu có\\)"))
        .as("of the meetings of article 9.1 a and c")
        .isEqualTo(
            List.of(UnitKind.RESIDENTIAL_AREA, UnitKind.AGENCY).stream()
                .flatMap(kind -> REQUIREMENTS.participants(kind).stream())
                .filter(StandardParticipant::conditional)
                .count());
    assertThat(law.count(9, "\\(nơi có tổ chức Đảng\\)")).isEqualTo(1);
  }

  /// The text of the Circular, where there is one.
  private record Circular(Map<Integer, String> articles) {
    private static final Pattern ARTICLE = Pattern.compile("Điều 1\\.6\\.TT\\.20\\.(\\d+)\\.");

    static Circular read() throws IOException {
      Path file =
          Path.of(System.getenv().getOrDefault("ANBINH_TEST_DATA", "none"))
              .resolve("law/circular_124_2021_TT-BCA_art3-10_vi.txt");
      assumeTrue(Files.exists(file), "ANBINH_TEST_DATA has no text of the Circular");
      String text = Files.readString(file);
      Map<Integer, String> articles = new HashMap<>();
      Matcher next = ARTICLE.matcher(text);
      int article = 0;
      int begun = 0;
      while (next.find()) {
        if (article > 0) {
          articles.put(article, text.substring(begun, next.start()));
        }
        article = Integer.parseInt(next.group(1));
        begun = next.end();
      }
      articles.put(article, text.substring(begun));
      return new Circular(articles);
    }

    /// @param place such as `Điều 6 khoản 3` or `Điều 9 khoản 2 điểm a`
    void requireSays(String place, String phrase) {
      Matcher found = Pattern.compile("Điều (\\d+) khoản (\\d+)(?: điểm (.))?").matcher(place);
      assertThat(found.matches()).as(place).isTrue();
      String text = articles.getOrDefault(Integer.parseInt(found.group(1)), "");
      int clause = text.indexOf("\n " + found.group(2) + ". ");
      int after = text.indexOf("\n " + (Integer.parseInt(found.group(2)) + 1) + ". ");
      assertThat(clause).as(place).isNotNegative();
      String of = text.substring(clause, after < 0 ? text.length() : after);
      if (found.group(3) != null) {
        int point = of.indexOf("\n " + found.group(3) + ") ");
        Matcher next = Pattern.compile("\n [a-zđ]\\) ").matcher(of);
        int end = next.find(point + 1) ? next.start() : of.length();
        of = of.substring(point, end);
      }
      assertThat(of).as(place).contains(phrase);
    }

    long count(int article, String pattern) {
      return Pattern.compile(pattern).matcher(articles.getOrDefault(article, "")).results().count();
    }
  }
}
