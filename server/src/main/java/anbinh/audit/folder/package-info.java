/// Where the log is: its folder, its key, and the checkpoints that the database remembers, against
/// which a check holds what lies in the folder.
@NullMarked
package anbinh.audit.folder;

import org.jspecify.annotations.NullMarked;
