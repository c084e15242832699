package anbinh.areas.list;

import anbinh.platform.Messages;
import anbinh.platform.csv.CsvWords;
import org.springframework.stereotype.Component;

/// The words of lists of villages.
@Component
class VillageWords extends CsvWords<VillageColumn> {
  VillageWords(Messages messages) {
    super(messages, "village-list", VillageColumn.class);
  }
}
