package anbinh.platform.sheet;

import anbinh.platform.FieldProblem;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A list as somebody sent it: a workbook (XLSX) or CSV, by its first bytes and not by what its
/// sender calls it, and the encoding in which they want it read. Not thread-safe.
public final class SheetFile {
  private final byte[] bytes;
  private final @Nullable TextEncoding chosen;
  private @Nullable List<Lines.Line> workbook;
  private CellDecoder.@Nullable Detected detected;
  private CellDecoder decoder = new CellDecoder(TextEncoding.UNICODE, false);

  /// @param chosen null where the sender leaves it to be found
  public SheetFile(byte[] bytes, @Nullable TextEncoding chosen) {
    this.bytes = bytes.clone();
    this.chosen = chosen;
  }

  public static SheetFile read(InputStream bytes, @Nullable TextEncoding chosen)
      throws IOException {
    return new SheetFile(bytes.readAllBytes(), chosen);
  }

  /// In hexadecimal digits.
  public String sha256() {
    return Hash.sha256(bytes).hex();
  }

  /// In which encoding it was read, once its rows were.
  public EncodingReport encoding() {
    TextEncoding found = Objects.requireNonNull(detected, "the rows were read").encoding();
    return new EncodingReport(
        Objects.requireNonNullElse(chosen, found), found, decoder.converted(), decoder.sample());
  }

  /// Once its rows were read.
  ///
  /// @throws Problem when letters were converted and nobody said that it is right so
  public void requireConfirmed() {
    EncodingReport report = encoding();
    if (chosen == null && report.converted() > 0) {
      throw Problem.of(PlatformProblem.LIST_UNREADABLE)
          .field(
              new FieldProblem(
                  "encoding", "list-encoding-confirm", List.of(report.detected().title())));
    }
  }

  /// The lines from the first one on; what was converted is counted anew.
  Lines lines() {
    if (detected == null) {
      detected = CellDecoder.detect(open());
    }
    decoder =
        new CellDecoder(Objects.requireNonNullElse(chosen, detected.encoding()), detected.bytes());
    return open();
  }

  CellDecoder decoder() {
    return decoder;
  }

  private Lines open() {
    if (!WorkbookLines.isWorkbook(bytes)) {
      return new CsvLines(bytes);
    }
    if (workbook == null) {
      workbook = WorkbookLines.read(bytes);
    }
    return new WorkbookLines(workbook);
  }
}
