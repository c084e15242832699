package anbinh.cases.party;

/// What somebody is in a case, as the Criminal Procedure Code 2015 calls those who take part
/// (article 55). Nobody is an accused here: that is decided elsewhere.
enum PartyRole {
  /// Who reported it: "người tố giác, báo tin về tội phạm" (55.1).
  REPORTER,
  /// Whom the report is about: "người bị tố giác, người bị kiến nghị khởi tố" (55.2).
  REPORTED,
  /// "Bị hại" (55.8).
  VICTIM,
  /// "Người làm chứng" (55.12).
  WITNESS
}
