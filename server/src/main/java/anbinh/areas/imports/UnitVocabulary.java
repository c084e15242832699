package anbinh.areas.imports;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of units.
@Component
class UnitVocabulary extends SheetVocabulary<UnitColumn> {
  UnitVocabulary(Messages messages) {
    super(messages, "unit-list", UnitColumn.class);
  }
}
