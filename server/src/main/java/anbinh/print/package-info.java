/// Documents on paper: pages as XHTML, printed to PDF with fonts that this program brings along.
///
/// A [Sheet] writes one document in one language; [PdfPrinter] makes the PDF. The fonts are DejaVu
/// Sans Condensed, which have Vietnamese, Latin and Arabic in one file: a font that lacks letters
/// lets them vanish without an error.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package anbinh.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
