package proctp.application.sample;

import java.util.List;

/**
 * A kind of treatment that the generated office offers. The official nomenclature is licensed, so codes and words are our own.
 *
 * @param code     with an S, which no official code has
 * @param abbr     its abbreviation
 * @param descript what is done
 * @param dollars  the usual fee in the first year
 * @param covered  what an insurance usually pays of it, in percent
 * @param place    what of the mouth it is done to
 */
record Procedure(String code, String abbr, String descript, int dollars, int covered, Place place) {

    /** What of the mouth a treatment is done to. */
    enum Place { MOUTH, QUADRANT, TOOTH, SURFACES }

    private static final int CHECKS = 100;
    private static final int BASIC = 80;
    private static final int MAJOR = 50;

    /** All that are offered; what is listed more than once is done more often. */
    static final List<Procedure> OFFERED = List.of(
            new Procedure("S0001", "Clean", "Cleaning", 95, CHECKS, Place.MOUTH),
            new Procedure("S0002", "BW2", "Two bitewing images", 44, CHECKS, Place.MOUTH),
            new Procedure("S0003", "Exam", "Periodic examination", 50, CHECKS, Place.MOUTH),
            new Procedure("S0004", "Pano", "Panoramic image", 118, CHECKS, Place.MOUTH),
            new Procedure("S0005", "Fluor", "Fluoride varnish", 38, CHECKS, Place.MOUTH),
            new Procedure("S0110", "Fill1", "Filling, one surface", 160, BASIC, Place.SURFACES),
            new Procedure("S0110", "Fill1", "Filling, one surface", 160, BASIC, Place.SURFACES),
            new Procedure("S0111", "Fill2", "Filling, two or more surfaces", 205, BASIC, Place.SURFACES),
            new Procedure("S0111", "Fill2", "Filling, two or more surfaces", 205, BASIC, Place.SURFACES),
            new Procedure("S0102", "Root", "Root planing", 240, BASIC, Place.QUADRANT),
            new Procedure("S0103", "Extr", "Extraction", 175, BASIC, Place.TOOTH),
            new Procedure("S0105", "Endo", "Root canal treatment", 890, BASIC, Place.TOOTH),
            new Procedure("S0201", "Crn", "Crown, ceramic", 1_150, MAJOR, Place.TOOTH),
            new Procedure("S0201", "Crn", "Crown, ceramic", 1_150, MAJOR, Place.TOOTH),
            new Procedure("S0202", "BU", "Core build-up", 245, MAJOR, Place.TOOTH),
            new Procedure("S0204", "Impl", "Implant", 1_980, MAJOR, Place.TOOTH),
            new Procedure("S0203", "Guard", "Night guard", 410, 0, Place.MOUTH),
            new Procedure("S0401", "Bleach", "Bleaching at home, with trays", 260, 0, Place.MOUTH),
            new Procedure("S0301", "Seal", "Sealant", 48, CHECKS, Place.TOOTH));

    /** Whether goods are handed over, on which there is sales tax. */
    boolean isTaxed() {
        return code.equals("S0401");
    }
}
