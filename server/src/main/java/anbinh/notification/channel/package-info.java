/// Where people are reached outside the console, when they want to be, and what is sent there.
///
/// ```
/// added ── code entered (a browser needs none) ──▶ confirmed ── something waits ──▶ due ── sent ──▶ confirmed
/// ```
///
/// What waits for an address is one message, however much it tells of: more that comes before it is
/// sent changes nothing, save that what is urgent goes at once.
@NullMarked
package anbinh.notification.channel;

import org.jspecify.annotations.NullMarked;
