/// Signing in, and sessions: how one is opened by password, second factor or the provider, what it
/// holds ([SessionPeople]), who sent the present request ([CurrentPerson]), and how one ends. The
/// rules of HTTP that hold for every request stand here too ([SecurityConfiguration]).
@NullMarked
package anbinh.identity.session;

import org.jspecify.annotations.NullMarked;
