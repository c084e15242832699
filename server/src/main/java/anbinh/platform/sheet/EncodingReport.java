package anbinh.platform.sheet;

import java.util.List;

/// How the letters of a list are stored, and what was made of them.
///
/// @param encoding in which it was read
/// @param detected in which it seems to be
/// @param converted how many cells say something else than they stored
/// @param sample the first of them
public record EncodingReport(
    TextEncoding encoding, TextEncoding detected, int converted, List<ConvertedCell> sample) {
  public EncodingReport {
    sample = List.copyOf(sample);
  }

  /// @param cell such as `C17`
  /// @param before as the file has it, letter by letter
  public record ConvertedCell(String cell, String before, String after) {
    @Override
    public String toString() {
      return "ConvertedCell[" + cell + "]";
    }
  }
}
