package anbinh.print;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// XHTML as a sheet writes it: what somebody wrote stays text, and each language its direction.
class SheetTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");
  private static final Instant AT = Instant.parse("2026-10-04T17:30:00.042Z");

  private static Sheet sheet(Locale language, boolean paper) {
    var source = new StaticMessageSource();
    for (Locale each : Messages.LANGUAGES) {
      source.addMessage("evidence.record.number", each, "Số {0}");
      source.addMessage("evidence.record.yes", each, "Có");
      source.addMessage("evidence.record.no", each, "Không");
      source.addMessage("evidence.kind.CLIP", each, "Đoạn hình");
      source.addMessage("report.state.OPEN", each, "Đang lập");
    }
    source.addMessage("evidence.record.label", ARABIC, "رَقْمٌ");
    return new Sheet(
        new Messages(source),
        new Site("x", ZoneId.of("Asia/Ho_Chi_Minh"), false),
        language,
        "evidence.record.",
        paper);
  }

  private static Sheet sheet() {
    return sheet(Messages.VIETNAMESE, false);
  }

  private static Document parsed(String document) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(document)));
  }

  @Test
  void whatSomebodyWroteIsTextAndNoMarkup() throws Exception {
    String attack = "</bdi><script>alert('\"&amp;')</script>";
    String page =
        sheet()
            .heading(1, attack)
            .paragraph(attack)
            .warning(attack)
            .beginRows()
            .row(attack, sheet().code(attack))
            .endTable()
            .table("x", List.of(attack), List.of(List.of(sheet().words(attack))))
            .document(attack, "");
    assertThat(page).doesNotContain("<script>");
    Document document = parsed(page);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(attack);
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(attack);
  }

  @Test
  void whatXmlCannotHoldBreaksNoDocument() throws Exception {
    String odd = "a\u0000b\u001bc\ufffed\ud800e\tf";
    Document document = parsed(sheet().paragraph(odd).document("x", ""));
    assertThat(document.getElementsByTagName("p").item(0).getTextContent())
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf");
  }

  @Test
  void charactersBeyondTheFirstPlaneAndLinesStayWhatTheyAre() {
    assertThat(sheet().words("𡨸\nchữ")).isEqualTo("<bdi>𡨸<br/>chữ</bdi>");
  }

  @Test
  void timesAreThoseOfTheSiteAndReadFromLeftToRightInEveryLanguage() {
    assertThat(sheet(ARABIC, true).time(AT))
        .isEqualTo("<span dir=\"ltr\" class=\"code\">05/10/2026 00:30:00.042 +07:00</span>");
    assertThat(sheet().second(AT)).contains("05/10/2026 00:30:00 +07:00");
    assertThat(sheet().times(AT, AT.plusSeconds(1)))
        .matches(".*00:30:00.042.*<br/>.*00:30:01.042.*");
  }

  @Test
  void aTextWithoutAMessageIsItsKeyAndAChoiceItsCode() {
    assertThat(sheet().text("number", "7")).isEqualTo("Số 7");
    assertThat(sheet().text("unknown")).isEqualTo("unknown");
    assertThat(sheet().choice("kind", "CLIP")).isEqualTo("Đoạn hình");
    assertThat(sheet().choice("kind", "OTHER")).isEqualTo("OTHER");
    assertThat(sheet().shared("report.state.OPEN")).isEqualTo("Đang lập");
    assertThat(sheet().yesNo(false)).isEqualTo("<bdi>Không</bdi>");
  }

  @Test
  void onPaperArabicColumnsStandFromRightToLeftAndOnAScreenTheBrowserSeesToIt() {
    List<String> cells = List.of("<td>1</td>", "<td>2</td>");
    String paper = sheet(ARABIC, true).line(cells).section();
    assertThat(paper).contains("<tr><td>2</td><td>1</td></tr>").contains("dir=\"rtl\"");
    assertThat(sheet(ARABIC, false).line(cells).section())
        .contains("<tr><td>1</td><td>2</td></tr>");
    assertThat(sheet(Locale.ENGLISH, true).line(cells).section())
        .contains("<tr><td>1</td><td>2</td></tr>")
        .contains("lang=\"en\" dir=\"ltr\"");
  }

  @Test
  void vowelSignsOfOurOwnTextsAreLeftOutOnPaperAndNothingOfWhatSomebodyWrote() {
    assertThat(sheet(ARABIC, true).text("label")).isEqualTo("رقم");
    assertThat(sheet(ARABIC, false).text("label")).isEqualTo("رَقْمٌ");
    assertThat(sheet(ARABIC, true).words("رَقْمٌ")).isEqualTo("<bdi>رَقْمٌ</bdi>");
  }

  @Test
  void aDocumentSaysItsLanguageAndDirection() throws Exception {
    Document document = parsed(sheet(ARABIC, false).paragraph("x").document("t", "p{}"));
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("ar");
    assertThat(
            document
                .getElementsByTagName("div")
                .item(0)
                .getAttributes()
                .getNamedItem("dir")
                .getNodeValue())
        .isEqualTo("rtl");
    assertThat(document.getElementsByTagName("style").item(0).getTextContent()).isEqualTo("p{}");
  }
}
