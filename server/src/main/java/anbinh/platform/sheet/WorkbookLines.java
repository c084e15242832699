package anbinh.platform.sheet;

import anbinh.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// The lines of the first sheet of a workbook that is not hidden (ISO/IEC 29500-1, SpreadsheetML),
/// without those that are empty. Read as a stream of events by Apache POI.
///
/// Nothing in it is run or calculated: of a formula the value counts that the spreadsheet left
/// beside it, and a workbook with macros is refused. What it unfolds to is counted before anything
/// is kept of it.
final class WorkbookLines implements Lines {
  private static final int MAX_PARTS = 1_000;
  private static final long MAX_BYTES = 96L * 1024 * 1024;
  private static final int BUFFER = 64 * 1024;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String MACROS = "vbaProject.bin";

  private final Iterator<Line> lines;

  /// @param lines as [#read] has them
  WorkbookLines(List<Line> lines) {
    this.lines = lines.iterator();
  }

  /// @throws Problem when it is none, or has macros, or is too large
  static List<Line> read(byte[] file) {
    if (startsWith(file, OLE)) {
      throw SheetRows.unreadable("list-workbook-old");
    }
    try {
      checkParts(file);
      return firstSheet(file);
    } catch (SheetHandler.TooLarge large) {
      throw SheetRows.unreadable("list-workbook-large").because(large);
    } catch (Problem known) {
      throw known;
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException broken) {
      throw SheetRows.unreadable("list-workbook-broken").because(broken);
    }
  }

  /// Whether the bytes are a workbook's, of today's kind or of the one before it.
  static boolean isWorkbook(byte[] file) {
    return startsWith(file, ZIP) || startsWith(file, OLE);
  }

  @Override
  public boolean hasHeading() {
    return true;
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public Line next() {
    return lines.next();
  }

  /// Unfolds all of it once without keeping it.
  private static void checkParts(byte[] file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    int parts = 0;
    try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts++;
        if (entry.getName().endsWith(MACROS)) {
          throw SheetRows.unreadable("list-workbook-macros");
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          bytes += read;
          if (bytes > MAX_BYTES || parts > MAX_PARTS) {
            throw SheetRows.unreadable("list-workbook-large");
          }
        }
      }
    }
  }

  private static List<Line> firstSheet(byte[] file)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
      var reader = new XSSFReader(parts);
      var workbook = new WorkbookHandler();
      try (InputStream part = reader.getWorkbookData()) {
        parse(part, workbook);
      }
      String sheet = workbook.sheet();
      if (sheet == null) {
        return List.of();
      }
      var strings = new SharedTexts();
      try (InputStream part = reader.getSharedStringsData()) {
        if (part != null) {
          parse(part, strings);
        }
      }
      var handler = new SheetHandler(strings, reader.getStylesTable(), workbook.since1904());
      try (InputStream part = reader.getSheet(sheet)) {
        parse(part, handler);
      }
      return handler.lines();
    }
  }

  private static void parse(InputStream part, ContentHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader reader = XMLHelper.newXMLReader();
    reader.setContentHandler(handler);
    reader.parse(new InputSource(part));
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= file.length || file[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
