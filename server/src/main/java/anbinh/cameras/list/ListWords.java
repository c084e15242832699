package anbinh.cameras.list;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of cameras.
@Component
class ListWords extends SheetWords<ListColumn> {
  ListWords(Messages messages) {
    super(messages, "camera-list", ListColumn.class);
  }
}
