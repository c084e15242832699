/// Mediation teams and those in them (articles 7 to 15 of Law 35/2013/QH13).
///
/// The households elect mediators in an election that the Front's working committee leads together
/// with the head of the village; the committee's list goes to the chair of the commune's People's
/// Committee, who recognises them (8.3 d, 8.4). So the Front's people and the village head propose
/// here, and the chair, another person, decides. The police have no part in it but one: where many
/// of a minority live, the commune's officer says whether the team has one of them (12.1), as a yes
/// or no about the team.
@NullMarked
package anbinh.mediation.team;

import org.jspecify.annotations.NullMarked;
