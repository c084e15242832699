/// Reports: the figures of the grass roots, from the village up to the province.
///
/// Words. An *indicator* counts one thing of the records of a feature; the feature publishes its
/// counts ([anbinh.platform.indicator.IndicatorSource]) and nobody reads its tables. A *period* is
/// a month, quarter, half-year or year of the calendar. A *report* is what one unit says of one
/// period: its figures as they were when it was submitted, frozen with their SHA-256.
///
/// Life of a report: open → submitted by the officer → approved at its own level by another person
/// → accepted by the level above → locked. Each step may return it with a reason; the level above
/// reopens one with a reason, and the version that was locked stays. What records say later stands
/// beside the frozen figures and never in their place.
///
/// Invariants: no figure can be typed in; nobody decides what they submitted, by account and by
/// name; who does not see the single records is never shown a figure from 1 to 4 of what could
/// point to people, nor enough to work it out; violence in families and children are told singly
/// nowhere.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: indicators",
      "platform :: sql",
      "print",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "worklist"
    })
package anbinh.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
