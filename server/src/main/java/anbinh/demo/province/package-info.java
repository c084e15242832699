/// A whole province that is made up, for demonstrations and measurements: a generator without any
/// state, whose like seeds give like rows (`Invented…`), and what fills the features with it by
/// their own means.
///
/// Nobody real is meant. Names of people are combinations of common ones and say "(mô phỏng)";
/// telephones begin with 000, which no number of the country does and no call can be made to: 00 is
/// the prefix of calls abroad, and no code of a country begins with 0 (ITU-T E.164). Nobody has a
/// national id. Communes are the country's; their villages are numbered.
@NullMarked
package anbinh.demo.province;

import org.jspecify.annotations.NullMarked;
