package anbinh.cameras.imports;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of cameras.
@Component
class CameraListVocabulary extends SheetVocabulary<ListColumn> {
  CameraListVocabulary(Messages messages) {
    super(messages, "camera-list", ListColumn.class);
  }
}
