package anbinh.teamwork.group;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of groups of households.
@Component
class GroupWords extends SheetWords<GroupColumn> {
  GroupWords(Messages messages) {
    super(messages, "group-list", GroupColumn.class);
  }
}
