package anbinh.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.reports.paper.PaperContent.Kept;
import anbinh.reports.paper.PaperContent.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Whose letter it is, of which day, and what has to be read before and after its figures.
class LetterTextTest {
  private static final Instant MADE = Instant.parse("2026-10-04T17:30:00Z");
  private static final String HASH = "ab".repeat(32);

  private final LetterText text =
      new LetterText(new Messages(bundle()), new Site("x", ZoneId.of("Asia/Ho_Chi_Minh"), false));

  private String unit = "Xã Bá Thước";
  private @Nullable String above = "Tỉnh Thanh Hóa";
  private boolean chair = true;
  private boolean province;
  private boolean over = true;
  private @Nullable String sentence;
  private List<String> missing = List.of();
  private List<String> reopened = List.of();
  private boolean hides;
  private boolean dashes;
  private @Nullable String approved;
  private @Nullable Kept kept;

  private static ResourceBundleMessageSource bundle() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/reports");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private PaperContent content() {
    return new PaperContent(
        unit,
        above,
        chair,
        province,
        "quý III năm 2026",
        List.of(),
        over,
        LocalDate.of(2026, 10, 5),
        LocalDate.of(2026, 9, 30),
        MADE,
        "Lê Thị Hoa",
        false,
        false,
        sentence,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        3,
        4,
        missing,
        reopened,
        hides,
        dashes,
        approved,
        kept);
  }

  private void ofProvince() {
    unit = "Thành phố Huế";
    above = null;
    province = true;
  }

  private static Kept kept(@Nullable String after, Step... steps) {
    return new Kept("BC-2026-0004", 2, "Đã khóa", after, HASH, MADE, List.of(steps));
  }

  @Test
  void aCommitteesLetterHasNoOrganAboveIt() {
    assertThat(text.superior(content())).isEmpty();
    assertThat(text.organ(content())).isEqualTo("ỦY BAN NHÂN DÂN XÃ BÁ THƯỚC");
    assertThat(text.number(content())).endsWith("/BC-UBND");
    assertThat(text.sign(content())).isEqualTo("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
  }

  @Test
  void aLetterOfThePoliceStandsUnderThePoliceAboveAndAtTheTopUnderTheMinistry() {
    chair = false;
    assertThat(text.superior(content())).contains("CÔNG AN TỈNH THANH HÓA");
    assertThat(text.organ(content())).isEqualTo("CÔNG AN XÃ BÁ THƯỚC");
    assertThat(text.number(content())).endsWith("/BC-CA");
    assertThat(text.sign(content())).isEqualTo("TRƯỞNG CÔNG AN");
    ofProvince();
    assertThat(text.superior(content())).contains("BỘ CÔNG AN");
    assertThat(text.sign(content())).isEqualTo("GIÁM ĐỐC");
  }

  @Test
  void thePlaceIsTheNameWithoutTheKindOfUnitAndTheDayHasTwoDigits() {
    assertThat(text.place(content())).isEqualTo("Bá Thước, ngày 05 tháng 10 năm 2026");
    ofProvince();
    assertThat(text.place(content())).startsWith("Huế, ");
    unit = "Phường Hàm Rồng";
    assertThat(text.place(content())).startsWith("Hàm Rồng, ");
    unit = "Xã Phường Xã";
    assertThat(text.place(content())).as("only the first of them").startsWith("Phường Xã, ");
    unit = "Xãbi";
    assertThat(text.place(content())).as("part of a name").startsWith("Xãbi, ");
  }

  @Test
  void whatWasCountedNowIsNoReportAndSaysTheMinuteAtTheSite() {
    assertThat(text.before(content()))
        .containsExactly(
            "Số liệu thống kê lúc 00:30 ngày 05/10/2026; văn bản này không phải báo cáo kỳ đã"
                + " được phê duyệt.",
            "Mọi số liệu tính đến hết ngày 30/09/2026.");
  }

  @Test
  void whatWasHandedInAndWhatStillRunsIsSaidBeforeTheFigures() {
    approved = "Báo cáo kỳ của đơn vị: BC-2026-0004.";
    sentence = "Trong năm 2026, không có.";
    over = false;
    assertThat(text.before(content()))
        .startsWith(sentence)
        .contains(approved, "Kỳ chưa kết thúc; số liệu còn thay đổi.");
  }

  @Test
  void aProvinceSaysOfHowManyUnitsAReportIsThere() {
    assertThat(text.before(content())).noneMatch(each -> each.contains("3/4"));
    ofProvince();
    assertThat(text.before(content()))
        .anyMatch(each -> each.contains("3/4 xã, phường đã gửi báo cáo kỳ"));
    kept = kept(null);
    assertThat(text.before(content()))
        .as("a report of itself is of no units")
        .noneMatch(each -> each.contains("3/4"));
  }

  @Test
  void aKeptReportIsNamedWithItsVersionAndWhatCameAfterIt() {
    kept = kept("Đã có bản gửi sau (bản 3).");
    assertThat(text.before(content()).getFirst())
        .isEqualTo(
            "Số liệu theo báo cáo kỳ BC-2026-0004, bản gửi số 2. Trạng thái: Đã khóa."
                + " Đã có bản gửi sau (bản 3).");
    assertThat(text.before(content())).noneMatch(each -> each.contains("thống kê lúc"));
  }

  @Test
  void unitsThatAreMissingAreNamedByAProvinceOnly() {
    missing = List.of("Xã Bá Thước", "Phường Hàm Rồng");
    reopened = List.of("Xã Ngọc Lặc");
    assertThat(text.after(content())).noneMatch(each -> each.contains("Hàm Rồng"));
    ofProvince();
    assertThat(text.after(content()))
        .contains("Đơn vị chưa gửi báo cáo: Xã Bá Thước, Phường Hàm Rồng.")
        .anyMatch(each -> each.endsWith(": Xã Ngọc Lặc."));
  }

  @Test
  void signsAreExplainedWhereTheyStandAndNowhereElse() {
    assertThat(text.after(content()))
        .noneMatch(each -> each.startsWith("* ") || each.startsWith("– "));
    hides = true;
    dashes = true;
    assertThat(text.after(content()))
        .anyMatch(each -> each.startsWith("* Số không nêu: từ 0 đến 4"))
        .anyMatch(each -> each.startsWith("– "));
  }

  @Test
  void aKeptReportIsProvedByItsHashAndSaysWhoDidWhatWithWhatBeforeTheirEyes() {
    kept =
        kept(
            null,
            new Step("Gửi", "Lê Thị Hoa", MADE, ""),
            new Step("Phê duyệt", "Phạm Văn An", MADE, "xem đủ số liệu"));
    assertThat(text.after(content()))
        .contains(
            "Mã băm SHA-256 của số liệu chốt: " + HASH,
            "- Gửi: Lê Thị Hoa, 00:30 ngày 05/10/2026.",
            "- Phê duyệt: Phạm Văn An, 00:30 ngày 05/10/2026 (xem đủ số liệu).");
  }
}
