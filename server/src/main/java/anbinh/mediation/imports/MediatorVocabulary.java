package anbinh.mediation.imports;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of mediation teams.
@Component
class MediatorVocabulary extends SheetVocabulary<MediatorColumn> {
  MediatorVocabulary(Messages messages) {
    super(messages, "mediator-list", MediatorColumn.class);
  }
}
