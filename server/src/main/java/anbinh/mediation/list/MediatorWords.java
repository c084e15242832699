package anbinh.mediation.list;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of mediation teams.
@Component
class MediatorWords extends SheetWords<MediatorColumn> {
  MediatorWords(Messages messages) {
    super(messages, "mediator-list", MediatorColumn.class);
  }
}
