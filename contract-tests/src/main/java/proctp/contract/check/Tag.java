package proctp.contract.check;

import java.util.Locale;

/** Whose rule it is, as the contract marks it: what a real Open Dental keeps, and what only this API promises. */
enum Tag {

    /** The vendor's page of ProcTPs. */
    SEED,

    /** Other pages of the vendor's documentation. */
    VENDOR,

    /** Seen on real Open Dental systems. */
    LIVE,

    /** A choice or an addition of this API. */
    OURS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
