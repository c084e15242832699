/// Support pay of people in teams, by month and commune (Law 30/2023/QH15, chapter IV; Resolution
/// 27/2024/NQ-HĐND of Thanh Hóa).
///
/// Words. A *rule* says what is paid from a day on; a *sheet* is a commune's month, of *lines* that
/// each say how they came about: part of the month, base salary, factor, rounding.
///
/// Invariants: an amount without a rule is named and never zero; who decides a sheet neither
/// calculated it nor is paid by it, by account and by name; a decided sheet is never changed, and
/// what turns out wrong is a line of a later month's sheet. Money is whole dong, calculated exactly
/// and rounded half up once for each line.
@NullMarked
package anbinh.teamwork.pay;

import org.jspecify.annotations.NullMarked;
