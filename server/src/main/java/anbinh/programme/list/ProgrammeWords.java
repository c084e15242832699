package anbinh.programme.list;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of programmes.
@Component
class ProgrammeWords extends SheetWords<ProgrammeColumn> {
  ProgrammeWords(Messages messages) {
    super(messages, "programme-list", ProgrammeColumn.class);
  }
}
