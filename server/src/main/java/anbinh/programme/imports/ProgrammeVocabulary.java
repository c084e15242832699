package anbinh.programme.imports;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of programmes.
@Component
class ProgrammeVocabulary extends SheetVocabulary<ProgrammeColumn> {
  ProgrammeVocabulary(Messages messages) {
    super(messages, "programme-list", ProgrammeColumn.class);
  }
}
