/// Frigate as a source of passes: its events, as a broker passes them on by MQTT.
///
/// An event is acknowledged to the broker only when its pass is stored, or when there is nothing to
/// store. So whatever crashes, the broker tells it again; told again, it is stored once. What
/// Frigate says of who somebody is (`sub_label`) is never read.
@NullMarked
package anbinh.sightings.mqtt;

import org.jspecify.annotations.NullMarked;
