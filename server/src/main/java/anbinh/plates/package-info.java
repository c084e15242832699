/// Plates: how the plates of vehicles in Vietnam are read.
///
/// Words. A *plate* is what stands on a vehicle, as somebody or something read it. It is kept as it
/// was read; what it may mean are its [Reading]s, of which there can be several: `36B11234` is the
/// motorbike 36-B1 1234 and the car 36B-112.34 alike. Nothing that is found is ever thrown away for
/// being the less likely one.
///
/// The shapes are those of the circulars on registration (24/2023 and 79/2024 of the Ministry of
/// Public Security) and of the plates before them, which stay on the road. The package uses nothing
/// and knows no vehicle, case or camera, so that whatever reads plates can use it.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package anbinh.plates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
