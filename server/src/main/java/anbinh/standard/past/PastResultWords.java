package anbinh.standard.past;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of results of past years.
@Component
class PastResultWords extends SheetWords<PastResultColumn> {
  PastResultWords(Messages messages) {
    super(messages, "past-result-list", PastResultColumn.class);
  }
}
