/// Groups in which households look after their own security (tổ tự quản): of security, and of
/// social security. They are led by somebody whom a paper recognised.
///
/// Invariants: of people only who leads is kept, with name, telephone and term; households are a
/// number. A group ends by a paper, or goes into another one.
@NullMarked
package anbinh.teamwork.group;

import org.jspecify.annotations.NullMarked;
