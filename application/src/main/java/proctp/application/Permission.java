package proctp.application;

/** What a pair of keys may do, in the vendor's terms (its documentation of API permissions). */
public enum Permission {
    /** Read every resource. */
    READ_ALL,
    /** Everything that is not reading. */
    ALL_OTHERS
}
