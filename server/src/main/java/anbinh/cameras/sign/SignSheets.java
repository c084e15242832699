package anbinh.cameras.sign;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.platform.Messages;
import anbinh.platform.QrCode;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Prints signs that say that one is recorded: by whom, for what, for how long, and where to ask,
/// one page a camera, in Vietnamese with another language below.
///
/// The owner of a community camera is named by nobody but themself: there is a line for it, since
/// how to reach an owner is encrypted and read for other purposes.
@Component
public class SignSheets {
  private static final String QR = "code";
  private static final String CAMERA = "camera";
  private static final String PAGE = "/transparency";

  private static final double MIN_POINTS = 9.6;

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;

  SignSheets(PdfPrinter printer, Messages messages, Site site) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
  }

  /// @param base under which anybody reaches this server, where the site does not say
  /// @param language of the lower part; Vietnamese for none
  public byte[] print(List<Camera> cameras, Paper paper, Locale language, String base)
      throws IOException {
    String root = site.address() == null ? base : site.address();
    String page = (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + PAGE;
    String title = sheet(Messages.VIETNAMESE).text("title");
    String body =
        cameras.stream()
            .map(camera -> sign(camera, language, page))
            .collect(Collectors.joining("<div class=\"next\"></div>"));
    byte[] code = QrCode.png(page);
    byte[] camera = Pictogram.png();
    return printer.print(
        Sheet.document(Messages.VIETNAMESE, title, style(paper), body),
        name -> name.equals(QR) ? code : camera);
  }

  /// Lengths are in em of the text, which grows with the paper.
  private static String style(Paper paper) {
    return """
    @page { size: %s; margin: 7%% }
    body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: %spt; line-height: 1.3;
      color: #111 }
    .next { page-break-after: always }
    .top { background: #0b4f8a; color: #fff; text-align: center; padding: 0.6em 0.6em 0.9em 0.6em }
    .top img { width: 11em; height: 11em }
    h1 { font-size: 2.5em; line-height: 1.15; margin: 0 }
    h2 { font-size: 1.35em; line-height: 1.2; margin: 0.2em 0 0 0; font-weight: normal }
    .lang { font-size: 1em; margin-top: 0.7em }
    .below { font-size: 0.8em; color: #333; border-top: 1px solid #999; padding-top: 0.5em }
    .rows { border-collapse: collapse; width: 100%% }
    .rows th, .rows td { text-align: left; vertical-align: top; padding: 0.15em 0.4em 0.15em 0 }
    .rows th { width: 31%%; font-weight: bold }
    [dir=rtl] .rows th, [dir=rtl] .rows td { text-align: right }
    .foot { margin-top: 0.7em; width: 100%% } .foot td { vertical-align: middle }
    .foot .qr { width: 11em } .foot img { width: 10.5em; height: 10.5em }
    .foot .ask { font-size: 0.85em } .foot .ask p { margin: 0.1em 0 }
    .warning { border: 2px solid #000; padding: 0.2em; margin: 0.5em 0 0 0; font-weight: bold;
      text-align: center }
    """
        .formatted(paper, String.format(Locale.ROOT, "%.1f", MIN_POINTS * paper.scale()));
  }

  private String sign(Camera camera, Locale language, String page) {
    Sheet first = sheet(Messages.VIETNAMESE);
    Sheet second = sheet(language);
    boolean two = !language.equals(Messages.VIETNAMESE);
    first.raw(
        """
        <div class="top"><img src="%s" alt=""/><h1>%s</h1>%s</div>
        """
            .formatted(
                PdfPrinter.PICTURE + CAMERA,
                first.words(first.text("title")),
                two
                    ? "<h2 dir=\"%s\">%s</h2>"
                        .formatted(direction(language), second.words(second.text("title")))
                    : ""));
    first.demonstration();
    rows(first.raw("<div class=\"lang\">"), camera).raw("</div>");
    String below = "";
    if (two) {
      below = "<div class=\"lang below\">" + rows(second, camera).section() + "</div>";
    }
    return first.section() + below + foot(language, page);
  }

  private Sheet rows(Sheet sheet, Camera camera) {
    boolean connected = camera.kind() == CameraKind.CONNECTED;
    String contact = site.contact();
    return sheet
        .beginRows()
        .row("camera", sheet.words(camera.name()) + " " + sheet.code(camera.code()))
        .row("who", sheet.words(connected ? site.name() : sheet.text("owner-blank")))
        .row("purpose", sheet.words(sheet.text(connected ? "purpose-more" : "owner-purpose")))
        .row("keep", sheet.words(sheet.text("keep-more", Integer.toString(camera.keepDays()))))
        .row("ask", sheet.words(contact == null ? sheet.text("ask-office", site.name()) : contact))
        .endTable();
  }

  /// The way to the public page, in both languages beside the code.
  private String foot(Locale language, String page) {
    Sheet first = sheet(Messages.VIETNAMESE);
    Sheet second = sheet(language);
    String other =
        language.equals(Messages.VIETNAMESE)
            ? ""
            : "<p dir=\"%s\">%s</p>"
                .formatted(direction(language), second.words(second.text("scan")));
    return """
    <table class="foot" dir="ltr"><tr><td class="qr"><img src="%s" alt=""/></td>
    <td class="ask"><p>%s</p>%s<p>%s</p></td></tr></table>
    """
        .formatted(
            PdfPrinter.PICTURE + QR, first.words(first.text("scan")), other, first.code(page));
  }

  private Sheet sheet(Locale language) {
    return new Sheet(messages, site, language, "cameras.sign.", true);
  }

  private static String direction(Locale language) {
    return language.getLanguage().equals("ar") ? "rtl" : "ltr";
  }
}
