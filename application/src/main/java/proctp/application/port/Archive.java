package proctp.application.port;

import proctp.application.Caller;
import proctp.application.PracticeSink;
import proctp.application.PracticeSource;
import proctp.application.SignedDigest;

/**
 * Whole practices, for whoever moves them in or out at a console ({@link Caller#atConsole}). However many rows there are,
 * only a few of them are held at once. Keys stay where they are: they belong to an installation, not to a practice's records.
 */
public interface Archive {

    /**
     * Shows all of the caller's practice as it is at one moment, whatever changes meanwhile: definitions, plans and rows by
     * number, signatures and what stands for their content included.
     *
     * @param sink takes it; what it throws ends the showing and comes out as it is
     * @return whether there is such a practice; the sink is not asked when there is none
     */
    boolean show(Caller caller, PracticeSink sink);

    /**
     * Puts a practice in, in one transaction, which nobody sees a part of. Values are kept exactly as given; of a row's
     * priority only the number is kept, its name is the definition's. The practice is made when it is not there yet; one that
     * is there keeps its keys. New numbers are larger than those that are given, also as the last ones given out.
     *
     * <p>A Saved plan that is signed, and comes without a digest of what was signed, gets the {@link SignedDigest} of what
     * came with it: so far as anybody can know, that is what was signed.
     *
     * <p>In {@link Changes} everything is new, by TreatPlanNum, each plan with its rows behind it in their order. Other changes of the
     * practice wait until all of it is in.
     *
     * @param source what to put in; what its iterators throw undoes all of it and comes out as it is
     * @return whether it did; a practice that has a definition, a plan or a row is left as it is, and the source is not asked
     */
    boolean fill(Caller caller, PracticeSource source);
}
