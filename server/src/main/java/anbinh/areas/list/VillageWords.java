package anbinh.areas.list;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of villages.
@Component
class VillageWords extends SheetWords<VillageColumn> {
  VillageWords(Messages messages) {
    super(messages, "village-list", VillageColumn.class);
  }
}
