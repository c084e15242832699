/// Mediation of disputes among neighbours and in families by people whom their village elected (Law
/// 35/2013/QH13).
///
/// Words. A village has a *mediation team* of at least three *mediators*, whom the chair of the
/// commune's People's Committee recognises. A *mediation* begins with what somebody brings to them,
/// passes the *scope check* or is *referred* to an authority, is *assigned* to a mediator without
/// interest in it, *begins* within three days, has *sessions*, *ends* by agreement or not, and an
/// agreement is *followed up*. All of it stands in the village's *book*.
///
/// ```
/// RECEIVED ─▶ ASSIGNED ─▶ ACCEPTED ─▶ IN_PROGRESS ─▶ FOLLOW_UP ─▶ CLOSED
///     │           │           │            └─ not agreed, stopped, escalated ─▶ CLOSED
///     └───────────┴───────────┴─────────────┴──────────────┴─▶ REFERRED
///                                (taken back only by an officer, never for violence)
/// ```
///
/// Invariants. What the scope check stops never reaches an assignment. Who the parties are, what it
/// is about and all that was said is one encrypted value, opened one mediation at a time with an
/// entry of the log, and erased some years after the end with another; neither the log nor a list
/// has a word of it, nor why something was referred. What was referred for violence in a family or
/// for a child stands in the list of who received it and of the commune's officer, in an auditor's
/// as any referral, and in no other.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: figures",
      "platform :: http",
      "platform :: indicators",
      "platform :: secret",
      "platform :: sheet",
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
package anbinh.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
