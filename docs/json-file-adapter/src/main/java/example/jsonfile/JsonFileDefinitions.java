package example.jsonfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.port.Definitions;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;

/** The lists, in the file. */
record JsonFileDefinitions(JsonFileOffice file) implements Definitions {

    @Override
    public List<Definition> list(Caller caller, Optional<Long> category, boolean includeHidden, Page page) {
        return file.call(office -> office.definitions().list(caller, category, includeHidden, page));
    }

    @Override
    public List<Definition> find(Caller caller, Set<DefNum> nums) {
        return file.call(office -> office.definitions().find(caller, nums));
    }

    @Override
    public Posted<Definition> add(Caller caller, NewDefinition definition, Optional<IdempotencyKey> key) {
        return file.call(office -> office.definitions().add(caller, definition, key));
    }
}
