package proctp.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who entered something and when it last changed.
 *
 * @param secUserNumEntry the user who entered it, 0 for the API
 * @param secDateEntry    the day it was entered, in the practice's time zone; empty in rows older than the column
 * @param secDateTEdit    when a stored value last changed, in whole seconds as the vendor's column has it
 */
public record EditStamp(long secUserNumEntry, Optional<LocalDate> secDateEntry, Instant secDateTEdit) {

    public EditStamp {
        requireNonNull(secDateEntry);
        requireNonNull(secDateTEdit);
    }

    /** The same entry, changed at {@code time}, which must be in whole seconds. */
    EditStamp editedAt(Instant time) {
        return new EditStamp(secUserNumEntry, secDateEntry, time);
    }
}
