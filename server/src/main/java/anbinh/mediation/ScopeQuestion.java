package anbinh.mediation;

/// What must not be mediated; one yes is enough (article 3.1 of Law 35/2013/QH13).
public enum ScopeQuestion {
  /// In a family (Law 13/2022/QH15). A mediation in its place would send the victim back.
  VIOLENCE(true),
  /// A child is hurt or in danger.
  CHILD(true),
  /// Somebody is injured or threatened, or it is about to come to blows (article 10.4).
  INJURY(false),
  /// To be prosecuted or fined (articles 3.1 c and 10.5).
  OFFENCE(false),
  /// Harm to the State or to the public (3.1 a).
  PUBLIC_INTEREST(false),
  /// Of marriage, family or civil law, where procedure law bars mediation (3.1 b).
  BARRED(false),
  /// Barred by another law (3.1 d).
  OTHER_LAW(false);

  private final boolean guards;

  ScopeQuestion(boolean guards) {
    this.guards = guards;
  }

  /// Whether a yes hides the matter from all but who received it and the officer, for good.
  public boolean guards() {
    return guards;
  }
}
