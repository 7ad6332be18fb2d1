package proctp.application.port;

import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.domain.DefNum;
import proctp.domain.Definition;

/** The lists that a practice defines for itself. */
public interface Definitions {

    /**
     * The caller's definitions, by ItemOrder, then DefNum.
     *
     * @param category      only those of this category; empty for all
     * @param includeHidden whether hidden ones are wanted, too
     */
    List<Definition> list(Caller caller, Optional<Long> category, boolean includeHidden, Page page);

    /** The caller's definition of that number, hidden or not. */
    Optional<Definition> find(Caller caller, DefNum num);
}
