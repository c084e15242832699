package anbinh.areas.list;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of units.
@Component
class UnitWords extends SheetWords<UnitColumn> {
  UnitWords(Messages messages) {
    super(messages, "unit-list", UnitColumn.class);
  }
}
