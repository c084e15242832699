package anbinh.vision.reader;

import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import java.io.IOException;
import java.util.List;

/// Reads the text of plates. For one thread at a time.
public interface TextReader extends AutoCloseable {
  /// What it reads in each of them, in their order.
  List<Slots> read(List<PlateImage> plates) throws ModelException;

  @Override
  void close();

  /// The reader that a manifest describes: `slots`, which sees the whole plate and says which
  /// character stands in each slot; `ctc-plate`, which sees it and says which character stands at
  /// each place along its text; or `ctc`, which sees one row after the other.
  ///
  /// @throws ModelException where the manifest describes no reader
  static TextReader of(Manifest manifest, Model model) throws IOException, ModelException {
    return switch (manifest.text("kind")) {
      case "slots" -> new SlotReader(manifest, model);
      case "ctc-plate" -> new PlateCtcReader(manifest, model);
      case "ctc" -> new CtcReader(manifest, model);
      default -> throw manifest.wrong("kind", "must be slots, ctc-plate or ctc");
    };
  }
}
