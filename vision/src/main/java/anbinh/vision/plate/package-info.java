/// How the plates of vehicles in Vietnam are written.
///
/// Words. A *plate* is what stands on a vehicle, as somebody or something read it. It is kept as it
/// was read; what it may mean are its [PlateNumber]s, of which there can be several: `36B11234` is
/// the motorbike 36-B1 1234 and the car 36B-112.34 alike. Nothing that is found is ever thrown away
/// for being the less likely one.
///
/// The shapes are those of the circulars on registration (24/2023 and 79/2024 of the Ministry of
/// Public Security) and of the plates before them, which stay on the road.
@NullMarked
package anbinh.vision.plate;

import org.jspecify.annotations.NullMarked;
