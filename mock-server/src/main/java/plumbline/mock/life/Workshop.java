package plumbline.mock.life;

import java.time.InstantSource;
import plumbline.contract.validation.Schemas;
import plumbline.mock.state.Store;
import plumbline.mock.state.kinds.ItemMaker;
import plumbline.mock.state.kinds.KeyMaker;
import plumbline.mock.state.kinds.Shapes;

/**
 * What all that reads and changes items works with.
 *
 * @param store where items are
 * @param schemas the schemas of the contract
 * @param shapes what they say of properties
 * @param items makes items
 * @param keys makes their names
 * @param bodies makes bodies of answers
 * @param headers makes headers of answers
 * @param clock tells the time
 */
record Workshop(
        Store store,
        Schemas schemas,
        Shapes shapes,
        ItemMaker items,
        KeyMaker keys,
        Presentation bodies,
        TrueHeaders headers,
        InstantSource clock) {
    static Workshop of(Store store, Schemas schemas, InstantSource clock) {
        Shapes shapes = new Shapes();
        return new Workshop(
                store,
                schemas,
                shapes,
                new ItemMaker(schemas, shapes),
                new KeyMaker(schemas, shapes),
                new Presentation(schemas, shapes),
                new TrueHeaders(schemas, shapes),
                clock);
    }
}
