/// Lists of mediation teams from a spreadsheet: checked first, then taken as a whole or not at all.
/// What a list says was decided on paper by the chair of the commune before, so each mediator names
/// the paper.
@NullMarked
package anbinh.mediation.imports;

import org.jspecify.annotations.NullMarked;
