package anbinh.mediation;

/// On what a mediation is begun (article 16).
public enum Basis {
  PARTY_ASKS,
  /// The mediator saw it, or knows of it.
  MEDIATOR_KNOWS,
  /// By the team's leader, or because an authority or somebody concerned asks for it.
  ASSIGNED_OR_ASKED
}
