package anbinh.cases.party;

import anbinh.audit.EventType;

/// What is recorded of the people of cases: never who.
public enum PartyEvent implements EventType {
  RECORDED("case.party-recorded"),
  READ("case.party-read"),
  /// Another legal basis with another end.
  EXTENDED("case.party-extended"),
  /// The end has come: nobody reads the record any more.
  SEALED("case.party-sealed"),
  /// Somebody who works on the case asks that it be opened again.
  REOPENING_ASKED("case.party-reopening-asked"),
  REOPENING_REFUSED("case.party-reopening-refused"),
  /// A second person confirmed it: the record can be read again until its new end.
  REOPENED("case.party-reopened"),
  REOPENINGS_LISTED("case.party-reopenings-listed"),
  /// The certificate of deletion.
  ERASED("case.party-erased");

  private final String code;

  PartyEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
