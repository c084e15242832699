package anbinh.standard.past;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of results of past years.
@Component
class PastResultVocabulary extends SheetVocabulary<PastResultColumn> {
  PastResultVocabulary(Messages messages) {
    super(messages, "past-result-list", PastResultColumn.class);
  }
}
