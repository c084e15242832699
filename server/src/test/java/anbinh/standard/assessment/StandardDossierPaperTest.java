package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;
import static anbinh.standard.assessment.StandardFixture.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardOutcome;
import anbinh.standard.assessment.Appraisals.NewStandardDecision;
import anbinh.standard.assessment.Appraisals.NewStandardException;
import anbinh.standard.assessment.Appraisals.NewStandardReview;
import anbinh.standard.assessment.Appraisals.StandardPaper;
import anbinh.standard.assessment.SelfAssessments.NewStandardEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Dossiers as they come out of the printer, read back: what the village said stays what it said.
class StandardDossierPaperTest {
  private static final LocalDate DECIDED_ON = LocalDate.of(2026, 11, 5);

  @TempDir private Path folder;
  private StandardFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new StandardFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private String print(UUID id, Locale language, boolean demonstration) throws IOException {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/standard");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    byte[] pdf =
        new StandardDossierPaper(
                new PdfPrinter(),
                new Messages(source),
                new Site("Thanh Hóa", ZoneId.of("Asia/Ho_Chi_Minh"), demonstration))
            .print(
                new StandardDossierPaper.Content(
                    "Thôn Một",
                    "Xã Bá Thước",
                    fixture.dossiers.read(id),
                    fixture.table.minutes(id),
                    fixture.table.exceptions(id)),
                language);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return Normalizer.normalize(
          new PDFTextStripper().getText(document).replaceAll("\\s+", " "), Normalizer.Form.NFC);
    }
  }

  private String print(UUID id) throws IOException {
    return print(id, Messages.VIETNAMESE, false);
  }

  @Test
  void aUnitThatOnlyRegisteredHasNeitherMinutesNorADecision() throws IOException {
    String paper = print(fixture.register());
    assertThat(paper)
        .contains("03-NQ/CB 12/02/2026", "120 trên 120", "Không có tài liệu nào khác.")
        .contains("Kính gửi: Ủy ban nhân dân Xã Bá Thước")
        .contains("01/11/2025 – 31/10/2026")
        .doesNotContain("Người chủ trì")
        .doesNotContain("THẨM ĐỊNH VÀ QUYẾT ĐỊNH")
        .doesNotContain("MÔ PHỎNG")
        .doesNotContain("Bản dịch");
  }

  @Test
  void whatWasSentStandsThereWithItsNumbersAndItsDocuments() throws IOException {
    UUID id = fixture.answered();
    fixture.assessments.addEvidence(
        id,
        new NewStandardEvidence(PEACE.code(), "Sổ hòa giải", "07/SHG", LocalDate.of(2026, 9, 1)),
        fixture.head);
    fixture.assessments.addEvidence(
        id,
        new NewStandardEvidence(PEACE.code(), "Biên bản nhầm", null, LocalDate.of(2026, 9, 2)),
        fixture.head);
    fixture.assessments.withdraw(
        id, fixture.answers.evidence(id).getLast().id(), "Nhầm thôn.", fixture.head);
    fixture.send(id);
    assertThat(print(id))
        .contains("Thôn Một đề nghị xét, công nhận đạt tiêu chuẩn")
        .contains("Năm nay 1, năm trước 2")
        .contains("96 trên 120", "Lê Xuân Tùng")
        .contains("Cuộc họp kết luận: đạt đủ các tiêu chí.")
        .contains("Sổ hòa giải", "01/09/2026")
        .doesNotContain("Biên bản nhầm")
        .doesNotContain("THẨM ĐỊNH VÀ QUYẾT ĐỊNH");
  }

  @Test
  void anAnswerThatWasPutBesideTheVillagesChangesNeitherItsLetterNorItsMinutes()
      throws IOException {
    UUID id = fixture.sent();
    fixture.on(2026, 11, 2);
    fixture.acceptAll(id);
    fixture.appraisals.review(
        id,
        new NewStandardReview(PEACE.code(), Review.Outcome.CHANGED, WHY, false, null, null, null),
        fixture.officer);
    fixture.appraisals.propose(id, StandardOutcome.NOT_MET, WHY, fixture.officer);
    assertThat(print(id))
        .contains("Thôn Một đề nghị xét, công nhận đạt tiêu chuẩn")
        .contains("Cuộc họp kết luận: đạt đủ các tiêu chí.")
        .contains("4.3.e 4.3.e Đạt Cả năm không có vụ việc nào. 4.4.a")
        .contains("Thường trực Ban Chỉ đạo đề xuất Chưa đạt")
        .containsPattern("Tiêu chí có kết quả khác khi thẩm định .* 4.3.e 4.3.e Chưa đạt");
  }

  @Test
  void whatIsWrittenAfterItWasGivenBackIsNoPaperUntilItIsSent() throws IOException {
    UUID id = fixture.sent();
    fixture.on(2026, 11, 2);
    fixture.appraisals.giveBack(id, WHY, fixture.officer);
    fixture.answer(id, PEACE, false, null, null);
    assertThat(print(id))
        .contains("đề nghị xét, công nhận đạt", "4.3.e 4.3.e Đạt")
        .doesNotContain("Chưa đạt");
    fixture.send(id);
    assertThat(print(id))
        .contains("4.3.e 4.3.e Chưa đạt")
        .doesNotContain("đề nghị xét, công nhận đạt");
  }

  @Test
  void aVillageThatSaysItselfThatItDoesNotMeetItAsksForNothing() throws IOException {
    UUID id = fixture.answered();
    fixture.answer(id, RESOLUTION, false, null, null);
    fixture.send(id);
    assertThat(print(id))
        .contains("chưa đạt đủ các tiêu chí.")
        .doesNotContain("đề nghị xét, công nhận đạt");
  }

  @Test
  void aDecisionAgainstTheRecordsStandsThereWithItsReason() throws IOException {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.facts.add(new StandardFact("VIOLENCE", 2, 9L, true));
    fixture.on(2026, 11, 15);
    fixture.appraisals.decide(
        id,
        new NewStandardDecision(
            StandardOutcome.MET,
            "15/QĐ-UBND",
            DECIDED_ON,
            null,
            "Chờ hồ sơ bổ sung của thôn.",
            List.of(new NewStandardException(PEACE.code(), "Hai việc đã hòa giải xong."))),
        fixture.chair);
    assertThat(print(id))
        .contains("Quyết định của Chủ tịch Đạt", "15/QĐ-UBND 05/11/2026")
        .contains("Chờ hồ sơ bổ sung của thôn.")
        .contains("Công nhận đạt dù số liệu hoặc hồ sơ trái với tiêu chí")
        .contains(": 2/9", "Hai việc đã hòa giải xong.");
  }

  @Test
  void aRevocationStandsBesideTheDecision() throws IOException {
    UUID id = fixture.decided(StandardOutcome.MET);
    fixture.appraisals.revoke(
        id, new StandardPaper("31/QĐ-UBND", DECIDED_ON), "Có vụ án nghiêm trọng.", fixture.chair);
    assertThat(print(id))
        .contains("15/QĐ-UBND 05/11/2026")
        .contains("Thu hồi theo 31/QĐ-UBND 05/11/2026", "Có vụ án nghiêm trọng.");
  }

  @Test
  void aTranslationSaysThatItIsOneAndADemonstrationThatItIsWorthNothing() throws IOException {
    UUID id = fixture.register();
    String english = print(id, Locale.ENGLISH, true);
    assertThat(english).contains("03-NQ/CB").doesNotContain("THẨM ĐỊNH");
    assertThat(print(id, Messages.VIETNAMESE, true))
        .contains("MÔ PHỎNG – không có giá trị")
        .doesNotContain("Bản dịch");
  }
}
